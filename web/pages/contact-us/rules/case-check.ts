import type { CaseCategory } from "../../../../functions/contract/schemas/cases.ts";
import { type EmailProblem, parseEmail } from "../../../../functions/person/email.ts";
import { isPersonName } from "../../../../functions/person/name.ts";
import { type MobileProblem, parseMobile } from "../../../../functions/person/phone.ts";
import { findForbiddenCharacter, trimSpaces } from "../../../../functions/person/text.ts";
import { needsPerson } from "./categories.ts";

export interface TypedCase {
  readonly category: CaseCategory | undefined;
  readonly person: string;
  readonly name: string;
  readonly contact: string;
  readonly description: string;
}

export type ContactProblem =
  | "empty"
  | { readonly kind: "email"; readonly problem: EmailProblem }
  | { readonly kind: "mobile"; readonly problem: MobileProblem };

export interface CaseProblems {
  readonly category?: "empty";
  readonly person?: "empty" | "too-long";
  readonly name?: "empty" | "wrong";
  readonly contact?: ContactProblem;
  readonly description?: "empty" | "not-filled-in" | "too-long" | "hidden-character";
}

/** As the contract bounds them (`openCase`), in UTF-16 units. */
const longest = { person: 320 };
export const longestDescription = 4_000;

/** With an @ it is meant as an e-mail address, else as a mobile number: as the service reads it. */
export const isEmailMeant = (contact: string): boolean => /[@\uff20]/.test(contact);

function contactProblem(typed: string): ContactProblem | undefined {
  if (trimSpaces(typed) === "") return "empty";
  const [email, mobile] = [parseEmail(typed), parseMobile(typed)];
  if (isEmailMeant(typed)) return email.ok ? undefined : { kind: "email", problem: email.reason };
  if (mobile.ok) return undefined;
  // Letters are the beginning of an address that lacks its @.
  return /\p{L}/u.test(typed) ? { kind: "email", problem: "at" } : { kind: "mobile", problem: mobile.reason };
}

function descriptionProblem(typed: string, template: string): CaseProblems["description"] {
  if (typed.trim() === "") return "empty";
  if (typed.trim() === template.trim()) return "not-filled-in";
  if (typed.length > longestDescription) return "too-long";
  return findForbiddenCharacter(typed, { lines: true }) ? "hidden-character" : undefined;
}

/** What has to be mended before the form can be sent. `template` is the one of the chosen category. */
export function checkCase({ category, person, name, contact, description }: TypedCase, template: string): CaseProblems {
  const noPerson = needsPerson(category) && trimSpaces(person) === "";
  const personProblem = noPerson ? "empty" : person.length > longest.person ? "too-long" : undefined;
  const nameProblem = trimSpaces(name) === "" ? "empty" : isPersonName(name) ? undefined : "wrong";
  const contactIs = contactProblem(contact);
  const descriptionIs = descriptionProblem(description, template);
  return {
    ...(category === undefined ? { category: "empty" } : {}),
    ...(personProblem ? { person: personProblem } : {}),
    ...(nameProblem ? { name: nameProblem } : {}),
    ...(contactIs ? { contact: contactIs } : {}),
    ...(descriptionIs ? { description: descriptionIs } : {}),
  };
}
