import type { Problem } from "../../../api.ts";
import type { FieldError } from "../../../components/error-summary/error-summary.tsx";
import { fieldProblemSentence } from "../../../words/fields.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import { legacyFormWords } from "../../../words/link-legacy-form.ts";
import { phoneWords } from "../../../words/my-details.ts";
import type { Sentence } from "../../../words/words.ts";

type Say = (sentence: Sentence) => string;

/** The problems that only this form has; every other one has its sentence in `words/fields.ts`. */
const own: Readonly<Record<string, Sentence>> = {
  "title too-long": legacyFormWords.positionWrong,
  "phone empty": legacyFormWords.phoneMissing,
  "phone characters": phoneWords.characters,
  "phone length": phoneWords.length,
  "chineseName characters": legacyFormWords.nameWrong,
  "englishName characters": legacyFormWords.nameWrong,
};

/** That the ID number is another person's only the service says, whose sentences are here by then. */
const sentenceOf = (field: string, problem: string) =>
  field === "personId" && problem === "other"
    ? errorSentence("person-id-other")
    : (own[`${field} ${problem}`] ?? fieldProblemSentence(field, problem));

export const formErrors = (problems: readonly [field: string, problem: string][], say: Say): FieldError[] =>
  problems.map(([id, problem]) => ({ id, text: say(sentenceOf(id, problem)) }));

/** What the service says of the fields it refused, the first of each. */
export function refusedSentences({ fields: refused = [] }: Problem, say: Say): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const { field, problem } of refused) sentences[field] ??= say(sentenceOf(field, problem));
  return sentences;
}
