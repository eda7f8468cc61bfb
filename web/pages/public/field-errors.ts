import type { Problem } from "../../api.ts";
import type { FieldError } from "../../components/error-summary/error-summary.tsx";
import { accountWords } from "../../words/apply-account.ts";
import { fieldProblemSentence } from "../../words/fields.ts";
import { detailWords, phoneWords } from "../../words/my-details.ts";
import { publicFormWords } from "../../words/public-registration.ts";
import type { Sentence } from "../../words/words.ts";
import type { FieldProblems } from "./rules/details-check.ts";

type Say = (sentence: Sentence) => string;

/** In the order of the pages. */
const fields = ["email", "name", "password", "again", "nickname", "phone", "guardian"] as const;

/** The problems that only these forms have; every other one has its sentence in `words/fields.ts`. */
const own: Readonly<Record<string, Sentence>> = {
  "email own-domain": publicFormWords.ownDomain,
  "name empty": publicFormWords.nameMissing,
  "name characters": publicFormWords.nameWrong,
  "password empty": accountWords.passwordMissing,
  "again empty": accountWords.againMissing,
  "again different": accountWords.againDifferent,
  "nickname empty": detailWords.nicknameMissing,
  "nickname characters": detailWords.nicknameWrong,
  "phone characters": phoneWords.characters,
  "phone length": phoneWords.length,
  "guardian needed": publicFormWords.ageMissing,
};

const sentenceOf = (field: string, problem: string) =>
  own[`${field} ${problem}`] ?? fieldProblemSentence(field, problem);

/** One sentence a field. */
export function fieldErrors(problems: FieldProblems, say: Say): FieldError[] {
  return fields.flatMap((id) => {
    const problem = problems[id];
    return problem === undefined ? [] : [{ id, text: say(sentenceOf(id, problem)) }];
  });
}

/** What the service says of the fields it refused, the first of each. */
export function refusedSentences({ fields: refused = [] }: Problem, say: Say): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const { field, problem } of refused) sentences[field] ??= say(sentenceOf(field, problem));
  return sentences;
}
