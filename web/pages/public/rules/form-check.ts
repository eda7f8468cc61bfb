import type { PasswordRules } from "../../../../functions/contract/policy.ts";
import { parseEmail } from "../../../../functions/person/email.ts";
import { isPersonName } from "../../../../functions/person/name.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { checkNewPassword } from "../../apply/rules/account-check.ts";
import { checkDetails, type FieldProblems } from "./details-check.ts";
import type { RegisterForm } from "./register-form.ts";

/** The whole form, by the rules of the API; what only the service knows, common passwords, it says itself. */
export function checkRegisterForm(form: RegisterForm, rules: PasswordRules): FieldProblems {
  const email = parseEmail(form.email);
  const passwords = checkNewPassword({ ...form, accountName: form.email }, rules, { name: form.name });
  const found: Record<string, string | undefined> = {
    email: email.ok ? undefined : email.reason,
    name: trimSpaces(form.name) === "" ? "empty" : isPersonName(form.name) ? undefined : "characters",
    password: passwords.password?.[0],
    again: passwords.again?.[0],
    ...checkDetails(form),
    guardian: form.age === "" ? "needed" : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
