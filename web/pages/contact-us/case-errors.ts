import type { FieldError } from "../../components/error-summary/error-summary.tsx";
import { contactUsWords } from "../../words/contact-us.ts";
import { emailWords, mobileWords } from "../../words/fields.ts";
import type { Sentence } from "../../words/words.ts";
import { type CaseProblems, type ContactProblem, longestDescription } from "./rules/case-check.ts";

const descriptionWords: Readonly<Record<NonNullable<CaseProblems["description"]>, Sentence>> = {
  empty: contactUsWords.needDescription,
  "not-filled-in": contactUsWords.needFilledIn,
  "too-long": contactUsWords.descriptionTooLong(longestDescription),
  "hidden-character": contactUsWords.descriptionHidden,
};

function contactSentence(problem: ContactProblem): Sentence {
  if (problem === "empty") return contactUsWords.needContact;
  return problem.kind === "email" ? emailWords[problem.problem] : mobileWords[problem.problem];
}

/** What is wrong with the form, a sentence a field, in the order of the fields. */
export function caseErrors(found: CaseProblems, say: (sentence: Sentence) => string): FieldError[] {
  const { needCategory, needPerson, personTooLong, needName, wrongName } = contactUsWords;
  const sentences: readonly [id: string, sentence: Sentence | undefined][] = [
    ["category", found.category && needCategory],
    ["person", found.person && (found.person === "empty" ? needPerson : personTooLong)],
    ["name", found.name && (found.name === "empty" ? needName : wrongName)],
    ["contact", found.contact && contactSentence(found.contact)],
    ["description", found.description && descriptionWords[found.description]],
  ];
  return sentences.flatMap(([id, sentence]) => (sentence ? [{ id, text: say(sentence) }] : []));
}
