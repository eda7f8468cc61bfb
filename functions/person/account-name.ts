import { parseEmail } from "./email.ts";
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
 * An e-mail address as an account (M20): half width, without spaces around it, in lower case. Folded once, here, so that nobody gets a
 * second account by another way of writing. Undefined for what is no address.
 */
export function accountEmailOf(text: string): string | undefined {
  const parsed = parseEmail(folded(text));
  return parsed.ok ? parsed.email : undefined;
}

/**
 * The account in what a person typed to sign in: the part before @ when there is none or when `accountDomain` stands behind it (M16), else
 * the whole as an address (M20). Half width, without spaces around it, in lower case. Not checked: an unknown account is answered like a
 * wrong password.
 */
export function accountNameOf(text: string, accountDomain: string): string {
  const typed = folded(text);
  const at = typed.indexOf("@");
  const isAddress = at >= 0 && trimSpaces(typed.slice(at + 1)) !== accountDomain.toLowerCase();
  return isAddress ? typed : trimSpaces(typed.slice(0, at < 0 ? undefined : at));
}

/** 其他 have their e-mail address as account: a name never has an @. */
export const isAccountEmail = (accountName: string): boolean => accountName.includes("@");

/** An account as people read it: `wang123@<domain>`, or the address it is (M20). */
export const shownAccountOf = (accountName: string, accountDomain: string): string =>
  isAccountEmail(accountName) ? accountName : `${accountName}@${accountDomain}`;

/** Whether an address lies under the service's own domain, where account names live: nobody registers one (M20). */
export const isOwnAddress = (email: string, accountDomain: string): boolean =>
  email.toLowerCase().endsWith(`@${accountDomain.toLowerCase()}`);

const folded = (text: string): string => trimSpaces(text.normalize("NFKC")).toLowerCase();
