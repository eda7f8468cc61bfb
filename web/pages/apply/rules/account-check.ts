import type { PasswordRules } from "../../../../functions/contract/policy.ts";
import {
  type AccountNameProblem,
  accountNameRule,
  checkAccountName,
} from "../../../../functions/person/account-name.ts";
import { type EmailProblem, parseEmail } from "../../../../functions/person/email.ts";
import { checkPassword, type PasswordContext, type PasswordProblem } from "../../../../functions/person/password.ts";
import { type MobileProblem, parseMobile } from "../../../../functions/person/phone.ts";
import { countCharacters, trimSpaces } from "../../../../functions/person/text.ts";

export interface AccountForm {
  readonly accountName: string;
  readonly password: string;
  readonly again: string;
  readonly email: string;
  readonly mobile: string;
}

/** Everything wrong with one field, the first of which is told; the server's `common` and `taken` are told in the same place. */
export interface AccountProblems {
  accountName?: readonly ("empty" | "taken" | AccountNameProblem)[];
  password?: readonly ("empty" | "common" | PasswordProblem)[];
  again?: readonly ("empty" | "different")[];
  email?: readonly ("one-contact-needed" | EmailProblem)[];
  mobile?: readonly MobileProblem[];
}

/** The ID is known only while its page is remembered: after a reload the service alone checks it. */
type Person = Pick<PasswordContext, "name" | "personId">;

/** Account name, password twice and contacts (M16–M18), by the rules of the API. What is known of the person may not be in the password. */
export function checkAccount(form: AccountForm, rules: PasswordRules, person: Person = {}): AccountProblems {
  return {
    ...checkWishedName(form.accountName),
    ...checkNewPassword(form, rules, person),
    ...checkContacts(form),
  };
}

function checkWishedName(accountName: string): AccountProblems {
  if (accountName === "") return { accountName: ["empty"] };
  const checked = checkAccountName(accountName);
  return checked.ok ? {} : { accountName: checked.problems };
}

/** Also alone on the review page, where a reload makes the person type the password again. */
export function checkNewPassword(
  form: Pick<AccountForm, "accountName" | "password" | "again">,
  rules: PasswordRules,
  person: Person = {},
): AccountProblems {
  const { accountName, password, again } = form;
  if (password === "") return { password: ["empty"] };
  const problems = checkPassword(password, rules, { ...person, accountName });
  if (problems.length > 0) return { password: problems };
  if (again === "") return { again: ["empty"] };
  return again === password ? {} : { again: ["different"] };
}

/** One contact is enough, both are better (M18); a field left empty is not wrong by itself. */
function checkContacts({ email, mobile }: Pick<AccountForm, "email" | "mobile">): AccountProblems {
  if (trimSpaces(email) === "" && trimSpaces(mobile) === "") return { email: ["one-contact-needed"] };
  const parsedEmail = parseEmail(email);
  const parsedMobile = parseMobile(mobile);
  return {
    ...(parsedEmail.ok || parsedEmail.reason === "empty" ? {} : { email: [parsedEmail.reason] }),
    ...(parsedMobile.ok || parsedMobile.reason === "empty" ? {} : { mobile: [parsedMobile.reason] }),
  };
}

export interface Tick {
  readonly rule: "length" | "first-letter" | "characters";
  readonly met: boolean;
}

/** The rule of M16, part by part, as it is ticked off while the person types. */
export function accountNameTicks(text: string): Tick[] {
  const length = countCharacters(text);
  return [
    { rule: "length", met: length >= accountNameRule.minLength && length <= accountNameRule.maxLength },
    { rule: "first-letter", met: /^[a-z]/.test(text) },
    { rule: "characters", met: /^[a-z0-9_.]+$/.test(text) },
  ];
}
