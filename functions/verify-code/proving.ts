import type { Answer } from "../http/request.ts";
import type { Challenge, CodeFor, CodeSubject } from "../ports/challenges.ts";

/** A try to prove something with a code: whose code it is, and what a right one leads to. */
export interface Proving {
  readonly subject: CodeSubject;
  /** The codes that may be right: one for each channel, or one for all. */
  readonly codes: readonly CodeFor[];
  /** A decoy's, or asked for with another purpose: tried and counted as any, and never right (T04, T10). */
  readonly neverRight: boolean;
  /** The subject as it stands now that its code was typed; undefined when the code is worth nothing any more. */
  current(): Promise<CodeSubject | undefined>;
  answer(challenge: Challenge, proved: CodeFor): Promise<Answer<"POST /api/verify-code/check">>;
}
