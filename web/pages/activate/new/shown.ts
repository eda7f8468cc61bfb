import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import type { Outcome } from "../../../api.ts";
import type { Waiting } from "../../reset-password/new/use-shown.ts";

type ActivateGrant = AnswerOf<"GET /api/activate">;
export type OpenGrant = Extract<ActivateGrant, { state: "open" }>;

/** What the last page of 啟用帳號 shows (M55). */
export type Shown = Waiting<OpenGrant> | { readonly state: "done"; readonly account: string };

/** What the page shows of the service's answer, which came at `now`. */
export function shownOf(outcome: Outcome<ActivateGrant>, now: number): Shown {
  if (!outcome.ok) return { state: "failed", problem: outcome.problem };
  const { answer } = outcome;
  if (answer.state === "open") return { state: "open", grant: answer, until: now + answer.expiresIn * 1_000 };
  if (answer.state === "done") return { state: "done", account: answer.account };
  return { state: "none" };
}
