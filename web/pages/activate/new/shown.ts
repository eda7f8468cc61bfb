import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import type { Outcome, Problem } from "../../../api.ts";

type ActivateGrant = AnswerOf<"GET /api/activate">;
export type OpenGrant = Extract<ActivateGrant, { state: "open" }>;

/** What the last page of 啟用帳號 shows (M55). `expired`: it was open and its time ran out while the person typed. */
export type Shown =
  | { readonly state: "loading" | "none" | "expired" }
  /** Nothing could be learned: try again. */
  | { readonly state: "failed"; readonly problem: Problem }
  /** `until` is ms since 1970 by this device's own clock. */
  | { readonly state: "open"; readonly grant: OpenGrant; readonly until: number }
  | { readonly state: "done"; readonly account: string };

/** What the page shows of the service's answer, which came at `now`. */
export function shownOf(outcome: Outcome<ActivateGrant>, now: number): Shown {
  if (!outcome.ok) return { state: "failed", problem: outcome.problem };
  const { answer } = outcome;
  if (answer.state === "open") return { state: "open", grant: answer, until: now + answer.expiresIn * 1_000 };
  if (answer.state === "done") return { state: "done", account: answer.account };
  return { state: "none" };
}
