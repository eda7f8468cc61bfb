import { activateWords } from "../../../words/activate.ts";
import { useWords } from "../../../words/words.ts";
import { CodeWay } from "../../reset-password/code/code-way.tsx";

/** 傳送驗證碼啟用 (M55). */
export function ActivateByCode() {
  return <CodeWay purpose="activate" title={useWords(activateWords).byCode} />;
}
