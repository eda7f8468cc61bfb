import { resetPasswordWords } from "../../../words/reset-password.ts";
import { useWords } from "../../../words/words.ts";
import { PersonalDataWay } from "./personal-data-way.tsx";

/** 使用個人基本資料重設 (M48). */
export function ResetByPersonalData() {
  return <PersonalDataWay purpose="reset" title={useWords(resetPasswordWords).byPersonalData} />;
}
