import { useState } from "preact/hooks";
import { useSession } from "../../session.tsx";
import { useLanguage } from "../../words/language.tsx";
import type { Brought } from "./rules/brought.ts";
import type { TypedCase } from "./rules/case-check.ts";
import { templateOf, withTemplate } from "./rules/template.ts";

export interface CaseForm {
  readonly values: TypedCase;
  /** The template of the chosen category. */
  readonly template: string;
  set(change: Partial<TypedCase>): void;
  /** Puts the template behind what was typed; undefined where there is nothing to add. */
  readonly addTemplate: (() => void) | undefined;
}

type Typed = { -readonly [K in keyof TypedCase]?: TypedCase[K] };

/** What stands in the form. What nobody has typed is what is known, or the template: it follows category and language. */
export function useCaseForm(brought: Brought): CaseForm {
  const { language } = useLanguage();
  const { session } = useSession();
  const [typed, setTyped] = useState<Typed>({});

  const category = typed.category ?? brought.category;
  const template = templateOf(category, brought.facts, language);
  const own = session.state === "in" ? session : undefined;
  const values: TypedCase = {
    category,
    person: typed.person ?? (brought.person || own?.accountName || ""),
    name: typed.name ?? (brought.name || own?.name || ""),
    contact: typed.contact ?? "",
    description: typed.description ?? template,
  };

  const set = (change: Partial<TypedCase>) =>
    setTyped((before) => {
      const { description, ...rest } = { ...before, ...change };
      // An empty field has nothing to lose: another category may put its template there.
      const isOpen = "category" in change && !description?.trim();
      return description === undefined || isOpen ? rest : { ...rest, description };
    });
  const isTyped = typed.description !== undefined && typed.description.trim() !== "";
  const offers = isTyped && typed.category !== undefined && template !== "" && !values.description.includes(template);
  const addTemplate = () => set({ description: withTemplate(values.description, template) });
  return { values, template, set, addTemplate: offers ? addTemplate : undefined };
}
