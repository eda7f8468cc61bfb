import type { Problem } from "../../../api.ts";
import type { Refused } from "../../../use-press.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import type { Sentence } from "../../../words/words.ts";

/** A refusal of a code, or of the password with it, at its field; anything else as a whole. */
export function factorRefused(problem: Problem, say: (sentence: Sentence) => string): Refused {
  if (problem.code === "two-factor-wrong") return { errors: [{ id: "code", text: say(errorSentence(problem.code)) }] };
  if (problem.code === "password-wrong")
    return { errors: [{ id: "password", text: say(errorSentence(problem.code)) }] };
  return { problem };
}
