import type { Language } from "../contract/messages.ts";
import { Problem } from "../http/problem.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { SecondFactors } from "../ports/second-factors.ts";

interface Asked {
  readonly whenOff: "two-factor-missing" | "two-factor-state";
  /** Of the notice that a recovery code was used. */
  readonly language: Language;
  /** The known device it is typed at. */
  readonly device: string | undefined;
}

/**
 * A code of a second factor that is on. Gives how many recovery codes are left where one was used. Throws `two-factor-wait` with seconds
 * where it was not evaluated (T42), `two-factor-wrong`, or `whenOff` where the factor was switched off meanwhile.
 */
export async function judgeFactor(
  { factors, metrics }: { readonly factors: Pick<SecondFactors, "check">; readonly metrics: Metrics },
  userId: string,
  code: string,
  { whenOff, ...asked }: Asked,
): Promise<{ readonly recoveryCodesLeft?: number }> {
  const judged = await factors.check(userId, code, asked);
  if (judged.outcome === "right") return judged;
  metrics.count("SecondFactorWrong");
  if (judged.outcome === "wait") throw new Problem("two-factor-wait", { retryAfter: judged.seconds });
  throw new Problem(judged.outcome === "wrong" ? "two-factor-wrong" : whenOff);
}
