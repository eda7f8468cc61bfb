import type { Application } from "../../../functions/contract/schemas/register.ts";
import { districtName } from "../../components/school-picker/school-search.tsx";
import type { SchoolPick } from "../../components/school-picker/use-school-pick.ts";
import type { SummaryItem } from "../../components/summary-list/summary-list.tsx";
import { applyWords, identityWords } from "../../words/apply.ts";
import { useLanguage } from "../../words/language.tsx";
import { levelNames, schoolPickerWords } from "../../words/school-picker.ts";
import { useSay, useWords } from "../../words/words.ts";
import { addressOf } from "./rules/addresses.ts";
import type { Choice } from "./rules/choice.ts";

/** 「目前的選擇」 on the school page: the identity, with a way to change it. */
export function useChosenRole(choice: Choice, application: Application): SummaryItem[] {
  const words = useWords(applyWords);
  const names = useWords(identityWords);
  if (!choice.role) return [];
  const href = addressOf("identity", choice, application);
  return [{ term: words.identity, detail: names[choice.role], change: { label: words.change, href } }];
}

/** 「目前的選擇」 on the person page: identity and school. */
export function useChosenSchool(choice: Choice, pick: SchoolPick, application: Application): SummaryItem[] {
  const words = useWords(applyWords);
  const picker = useWords(schoolPickerWords);
  const say = useSay();
  const { language } = useLanguage();
  const role = useChosenRole(choice, application);
  const { county, school } = pick;
  if (!county || !school) return role;
  const countyName = language === "en" ? county.nameEn : county.name;
  const district = districtName(county, school.district, language);
  const detail = `${school.name} (${picker.place(countyName, district, say(levelNames[school.level]))})`;
  const change = { label: words.change, href: addressOf("school", choice, application) };
  return [...role, { term: words.school, detail, change }];
}
