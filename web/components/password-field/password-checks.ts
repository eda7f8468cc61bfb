import type { PasswordRules } from "../../../functions/contract/policy.ts";
import { checkPassword, type PasswordContext, type PasswordProblem } from "../../../functions/person/password.ts";
import { passwordWords } from "../../words/password.ts";
import type { Sentence } from "../../words/words.ts";

export interface PasswordCheck {
  readonly sentence: Sentence;
  readonly met: boolean;
}

const ownProblems: readonly PasswordProblem[] = ["contains-account-name", "contains-name", "contains-person-id"];

/**
 * The parts of the rule to tick off while a person types, in the order they are read. The same rule decides in the service,
 * which also knows the common passwords.
 */
export function passwordChecks(text: string, rules: PasswordRules, context: PasswordContext = {}): PasswordCheck[] {
  const problems = checkPassword(text, rules, context);
  const without = (...those: readonly PasswordProblem[]) => text !== "" && !problems.some((one) => those.includes(one));
  const checks = [{ sentence: passwordWords.length(rules), met: without("too-short", "too-long") }];
  if (rules.classes.kind === "letters-and-digits") {
    checks.push({ sentence: passwordWords.letter, met: without("needs-letter") });
    checks.push({ sentence: passwordWords.digit, met: without("needs-digit") });
  }
  if (rules.classes.kind === "any-of")
    checks.push({ sentence: passwordWords.classes(rules.classes.count), met: without("needs-classes") });
  checks.push({ sentence: passwordWords.own, met: without(...ownProblems) });
  return checks;
}
