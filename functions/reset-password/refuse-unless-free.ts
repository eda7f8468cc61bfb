import { Problem } from "../http/problem.ts";
import type { Clock } from "../ports/clock.ts";
import type { ResetGrant } from "../ports/reset-grants.ts";
import { refusalOf } from "./rules/refusal.ts";

/** Throws the Problem that says why this grant cannot change the password now (M51, M55); a finished one never does. */
export function refuseUnlessFree(grant: ResetGrant, clock: Clock): void {
  const refusal = grant.status === "DONE" ? undefined : refusalOf(grant, clock.now());
  if (refusal === undefined) return;
  const { code, ...options } = refusal;
  throw new Problem(code, options);
}
