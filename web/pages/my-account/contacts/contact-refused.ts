import type { Problem } from "../../../api.ts";
import type { Refused } from "../../../use-press.ts";
import { fieldProblemSentence } from "../../../words/fields.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import { contactChangeWords } from "../../../words/my-contacts.ts";
import { accountEmailWords } from "../../../words/my-details.ts";
import type { Sentence } from "../../../words/words.ts";
import type { Channel } from "./contact-code.tsx";

/** What a refusal says of the new contact, at its field; anything else as a whole. */
export function contactRefused(problem: Problem, channel: Channel, say: (sentence: Sentence) => string): Refused {
  if (problem.code !== "contact-rule" && problem.code !== "contact-same") return { problem };
  const rule = problem.fields?.[0]?.problem;
  const kind = channel === "email" ? "email" : "mobile";
  if (rule === "unreachable")
    return { errors: [{ id: "contact", text: say(contactChangeWords.unreachable[channel]) }] };
  if (rule === "own-domain") return { errors: [{ id: "contact", text: say(accountEmailWords.ownDomain) }] };
  const sentence = rule === undefined ? errorSentence(problem.code) : fieldProblemSentence(kind, rule);
  return { errors: [{ id: "contact", text: say(sentence) }] };
}
