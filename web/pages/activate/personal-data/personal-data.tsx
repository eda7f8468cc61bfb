import { activateWords } from "../../../words/activate.ts";
import { useWords } from "../../../words/words.ts";
import { PersonalDataWay } from "../../reset-password/personal-data/personal-data-way.tsx";

/** 使用個人基本資料啟用 (M55). */
export function ActivateByPersonalData() {
  return <PersonalDataWay purpose="activate" title={useWords(activateWords).byPersonalData} />;
}
