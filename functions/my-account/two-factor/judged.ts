import { Problem } from "../../http/problem.ts";
import type { Metrics } from "../../ports/metrics.ts";
import type { FactorOutcome, RenewOutcome } from "../../ports/second-factors.ts";

/**
 * Gives a right outcome. Throws `two-factor-wait` with seconds where the code was not evaluated (T42), `two-factor-wrong`, or
 * `two-factor-state` where the factor is in no state that allows it.
 */
export function rightOf<O extends FactorOutcome | RenewOutcome>(
  judged: O,
  metrics: Metrics,
): Extract<O, { outcome: "right" }> {
  if (judged.outcome === "right") return judged as Extract<O, { outcome: "right" }>;
  if (judged.outcome === "off") throw new Problem("two-factor-state");
  metrics.count("SecondFactorWrong");
  if (judged.outcome === "wait") throw new Problem("two-factor-wait", { retryAfter: judged.seconds });
  throw new Problem("two-factor-wrong");
}
