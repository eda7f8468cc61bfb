import type { FieldProblem } from "../../contract/errors.ts";
import { parseContact } from "../../person/contact.ts";

export interface Contacts {
  readonly email?: string;
  readonly mobile?: string;
}

/** M18: at least one of e-mail and mobile; each that is given must be right. Empty text counts as not given. */
export function readContacts(given: { email?: string | undefined; mobile?: string | undefined }): {
  contacts: Contacts;
  problems: FieldProblem[];
} {
  const problems: FieldProblem[] = [];
  const contacts: { email?: string; mobile?: string } = {};
  const [email = "", mobile = ""] = [given.email?.trim(), given.mobile?.trim()];
  if (email === "" && mobile === "") problems.push({ field: "email", problem: "one-contact-needed" });
  if (email !== "") {
    const parsed = parseContact("email", email);
    if (parsed.ok) contacts.email = parsed.value;
    else problems.push({ field: "email", problem: parsed.problem });
  }
  if (mobile !== "") {
    const parsed = parseContact("sms", mobile);
    if (parsed.ok) contacts.mobile = parsed.value;
    else problems.push({ field: "mobile", problem: parsed.problem });
  }
  return { contacts, problems };
}
