import { Problem } from "../http/problem.ts";
import type { LegacyAccount, LegacyAccounts, LegacyId } from "../ports/legacy-accounts.ts";
import type { Metrics } from "../ports/metrics.ts";

interface Parts {
  readonly legacyAccounts: Pick<LegacyAccounts, "try">;
  readonly metrics: Metrics;
}

/** The old account whose password it is. Throws `legacy-wait` with seconds where it was not evaluated (T01), or `legacy-password-wrong`. */
export async function tryLegacyPassword(
  { legacyAccounts, metrics }: Parts,
  id: LegacyId,
  password: string,
  { oneUse }: { readonly oneUse: boolean },
): Promise<LegacyAccount> {
  const tried = await legacyAccounts.try(id, password, oneUse);
  if (tried.outcome === "right") {
    metrics.count("LegacyPasswordRight");
    return tried.account;
  }
  metrics.count("LegacyPasswordWrong");
  if (tried.outcome === "wait") throw new Problem("legacy-wait", { retryAfter: tried.wait });
  throw new Problem("legacy-password-wrong");
}
