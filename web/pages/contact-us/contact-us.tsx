import { useSchoolPick } from "../../components/school-picker/use-school-pick.ts";
import { useOwnAddress } from "../../own-address.ts";
import { identityWords } from "../../words/apply.ts";
import { useLanguage } from "../../words/language.tsx";
import { useWords } from "../../words/words.ts";
import { type Choice, readChoice } from "../apply/rules/choice.ts";
import { recallTyped } from "../apply/typed.ts";
import { ContactForm } from "./contact-form.tsx";
import type { Brought } from "./rules/brought.ts";
import { categoryAbout } from "./rules/categories.ts";
import { SentPage } from "./sent-page.tsx";

/** 聯絡我們 (M70, M92): where every dead end leads. A 回報問題 button says in the address what it is about, never whom. */
export function ContactUs() {
  const { path, query } = useOwnAddress("/contact-us");
  if (path === "/contact-us/sent") return <SentPage />;
  const choice = readChoice(query);
  const category = categoryAbout(query.about);
  const about = category ? { category } : {};
  if (choice.role || choice.county) return <FromApplying choice={choice} about={about} />;
  return <ContactForm brought={{ ...about, facts: {} }} />;
}

/**
 * With the identity and school that were chosen for 申請帳號, and what was typed there in this tab. On a shared computer that may be
 * somebody else's: so only where a button of 申請帳號 led here.
 */
function FromApplying({ choice, about }: { readonly choice: Choice; readonly about: Pick<Brought, "category"> }) {
  const roles = useWords(identityWords);
  const { language } = useLanguage();
  const { county, school } = useSchoolPick(choice);
  const brought: Brought = {
    ...about,
    name: recallTyped("name"),
    person: recallTyped("personId"),
    ...(county ? { county: county.id } : {}),
    ...(school ? { school: { code: school.code, level: school.level } } : {}),
    facts: {
      ...(choice.role ? { role: roles[choice.role] } : {}),
      ...(county ? { county: language === "en" ? county.nameEn : county.name } : {}),
      ...(school ? { school: school.name } : {}),
    },
  };
  return <ContactForm brought={brought} />;
}
