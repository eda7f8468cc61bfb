import type { ResetGrantAnswer } from "../../../../functions/contract/schemas/reset-password.ts";
import type { Outcome, Problem } from "../../../api.ts";
import type { Waiting } from "./use-shown.ts";

export type OpenGrant = Extract<ResetGrantAnswer, { state: "open" }>;
export type DoneGrant = Extract<ResetGrantAnswer, { state: "done" }>;

/** What 重設密碼 shows (M50). */
export type Shown =
  | Waiting<OpenGrant>
  /** This account's password cannot change now: disabled (M55), or changed within 24 hours (M51). `from` is ms since 1970 by this device's own clock. */
  | { readonly state: "refused"; readonly problem: Problem; readonly from?: number }
  | { readonly state: "done"; readonly done: DoneGrant };

/** What the page shows of the service's answer, which came at `now`. */
export function shownOf(outcome: Outcome<ResetGrantAnswer>, now: number): Shown {
  if (!outcome.ok) return refusedAs(outcome.problem, now) ?? { state: "failed", problem: outcome.problem };
  const { answer } = outcome;
  if (answer.state === "open") return { state: "open", grant: answer, until: now + answer.expiresIn * 1_000 };
  if (answer.state === "done") return { state: "done", done: answer };
  return { state: "none" };
}

/** Where a refused press leads; undefined when the person can mend it on the form and press again. */
export function refusedAs(problem: Problem, now: number): Shown | undefined {
  const { code, retryAfter } = problem;
  if (code === "reset-grant-missing") return { state: "expired" };
  if (code === "account-disabled") return { state: "refused", problem };
  if (code !== "password-changed-recently") return undefined;
  return { state: "refused", problem, ...(retryAfter === undefined ? {} : { from: now + retryAfter * 1_000 }) };
}
