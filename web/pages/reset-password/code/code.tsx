import { resetPasswordWords } from "../../../words/reset-password.ts";
import { useWords } from "../../../words/words.ts";
import { CodeWay } from "./code-way.tsx";

/** 傳送驗證碼重設 (M45). */
export function ResetByCode() {
  return <CodeWay purpose="reset" title={useWords(resetPasswordWords).byCode} />;
}
