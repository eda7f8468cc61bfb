import type { CaseCategory } from "../../../../functions/contract/schemas/cases.ts";
import { type Fact, templateLines } from "../../../words/contact-us-templates.ts";
import type { Language } from "../../../words/language.tsx";

export type Facts = Partial<Record<Fact, string>>;

/** The template of a category with what is known filled in; the last line ends open, where one goes on typing. */
export function templateOf(category: CaseCategory | undefined, facts: Facts, language: Language): string {
  if (category === undefined) return "";
  const colon = language === "en" ? ": " : "：";
  return templateLines[category]
    .map(({ ask, fact }) => `${ask[language]}${colon}${(fact && facts[fact]) ?? ""}`)
    .join("\n");
}

/** What was typed with a template behind it. */
export const withTemplate = (typed: string, template: string): string => `${typed.trimEnd()}\n\n${template}`;
