import { caseCategories } from "../../../../functions/contract/case-categories.ts";
import type { CaseCategory } from "../../../../functions/contract/schemas/cases.ts";

/** What people choose from: all of them, in the order of the contract. */
export const categories: readonly CaseCategory[] = caseCategories;

/** Pages of signing in name their trouble in the address; people choose from fewer words. */
const troubles: Readonly<Record<string, CaseCategory>> = { county: "signing-in", "account-disabled": "signing-in" };

/** The category that `?about=` of an address names, if there is such a one. */
export function categoryAbout(about: string | undefined): CaseCategory | undefined {
  const known = categories.find((category) => category === about);
  return known ?? (about !== undefined && Object.hasOwn(troubles, about) ? troubles[about] : undefined);
}

/** Questions that can be answered without knowing whose record it is: nobody is asked for an ID in vain. */
const withoutPerson: ReadonlySet<CaseCategory> = new Set(["school-not-listed", "suggestion", "other"]);

export const needsPerson = (category: CaseCategory | undefined): boolean =>
  category !== undefined && !withoutPerson.has(category);
