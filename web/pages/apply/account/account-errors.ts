import type { FieldError } from "../../../components/error-summary/error-summary.tsx";
import { accountWords } from "../../../words/apply-account.ts";
import { fieldProblemSentence } from "../../../words/fields.ts";
import type { Sentence } from "../../../words/words.ts";
import type { AccountProblems } from "../rules/account-check.ts";

/** The problems only this page knows; every other one has its sentence in `words/fields.ts`. */
const own: Readonly<Record<string, Sentence>> = {
  "accountName empty": accountWords.nameMissing,
  "password empty": accountWords.passwordMissing,
  "again empty": accountWords.againMissing,
  "again different": accountWords.againDifferent,
  "email one-contact-needed": accountWords.contactMissing,
};

const order = ["accountName", "password", "again", "email", "mobile"] as const;

/** One sentence a field, in the order of the page. */
export function accountErrors(problems: AccountProblems): { id: string; sentence: Sentence }[] {
  return order.flatMap((id) => {
    const problem = problems[id]?.[0];
    if (problem === undefined) return [];
    return [{ id, sentence: own[`${id} ${problem}`] ?? fieldProblemSentence(id, problem) }];
  });
}

export function spoken(errors: ReturnType<typeof accountErrors>, say: (sentence: Sentence) => string): FieldError[] {
  return errors.map(({ id, sentence }) => ({ id, text: say(sentence) }));
}
