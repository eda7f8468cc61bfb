import type { FieldProblem } from "../../contract/errors.ts";
import { parseEmail } from "../../person/email.ts";
import { parseMobile } from "../../person/phone.ts";

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
    const parsed = parseEmail(email);
    if (parsed.ok) contacts.email = parsed.email;
    else problems.push({ field: "email", problem: parsed.reason });
  }
  if (mobile !== "") {
    const parsed = parseMobile(mobile);
    if (parsed.ok) contacts.mobile = parsed.e164;
    else problems.push({ field: "mobile", problem: parsed.reason });
  }
  return { contacts, problems };
}
