import { trimSpaces } from "./text.ts";

/** The rule of M16 as data: the form, the API and the words on the page all read these numbers. */
export const accountNameRule = { minLength: 6, maxLength: 20 } as const;

export type AccountNameProblem =
  | "too-short"
  | "too-long"
  | "first-letter"
  | "upper-case"
  | "full-width"
  | "comma"
  | "characters"
  | "reserved";
export type CheckedAccountName = { ok: true; name: string } | { ok: false; problems: AccountNameProblem[] };

/**
 * Names a stranger would take for the service itself: the mailboxes of RFC 2142 and the words of an operator. They are
 * compared with `.` and `_` taken out, so "web.master" and "a_d_m_i_n" are reserved too.
 */
export const reservedAccountNames: ReadonlySet<string> = new Set([
  ...["abuse", "hostmaster", "info", "noc", "postmaster", "sales", "security", "support", "usenet", "webmaster"],
  ...["admin", "administrator", "root", "sysadmin", "sysop", "system", "superuser", "operator", "moderator"],
  ...["account", "accounts", "helpdesk", "service", "services", "official", "contact", "privacy", "register"],
  ...["noreply", "donotreply", "mailerdaemon", "mailer", "daemon", "nobody", "anonymous", "null", "undefined"],
  ...["educloud", "cloudedu", "mailedu", "moe", "moeedu", "edutw", "sso", "openid", "oidc", "teacher", "student"],
]);

/**
 * Checks a wished account name (M16), exactly as typed: nothing is trimmed or put into lower case, so what the person
 * sees is what the person gets. Every broken part of the rule is told at once.
 */
export function checkAccountName(text: string): CheckedAccountName {
  const problems: AccountNameProblem[] = [];
  const length = [...text].length;
  if (length < accountNameRule.minLength) problems.push("too-short");
  if (length > accountNameRule.maxLength) problems.push("too-long");
  if (text !== "" && !/^\p{L}/u.test(text)) problems.push("first-letter");
  if (/[A-Z]/.test(text)) problems.push("upper-case");
  // U+FF01–FF5E is printable ASCII in full width, U+3000 the full-width space.
  if (/[\u3000\uff01-\uff5e]/.test(text)) problems.push("full-width");
  // The manual prints a comma and calls it a dot (conflict C12), so a reader of it may well type one.
  if (text.includes(",")) problems.push("comma");
  if (/[^A-Za-z0-9_.,\u3000\uff01-\uff5e]/.test(text)) problems.push("characters");
  if (reservedAccountNames.has(text.replace(/[._]/g, ""))) problems.push("reserved");
  return problems.length === 0 ? { ok: true, name: text } : { ok: false, problems };
}

/**
 * The account name in what a person typed to sign in: the part before @ (M16), without spaces around it, half width and
 * in lower case. Not checked: an unknown name is answered like a wrong password.
 */
export function accountNameOf(text: string): string {
  const [name = ""] = text.normalize("NFKC").split("@", 1);
  return trimSpaces(name).toLowerCase();
}
