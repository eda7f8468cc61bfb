import type { CountyId } from "../contract/counties.ts";
import type { ErrorCode } from "../contract/errors.ts";
import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Clock } from "../ports/clock.ts";
import type { CountyAccounts, CountyStates } from "../ports/counties.ts";
import { CountyTrouble, type TroubleKind } from "../ports/county-providers.ts";
import type { Metrics } from "../ports/metrics.ts";

interface Parts {
  readonly states: CountyStates;
  readonly accounts: CountyAccounts;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly policy: Policy;
}

const problems = {
  cancelled: "county-cancelled",
  down: "county-down",
  refused: "county-refused",
} as const satisfies Record<TroubleKind, ErrorCode>;

export interface Troubles {
  /** Runs what asks a county, notes how it went, and turns a trouble into what a person is told. */
  told<T>(county: CountyId, ask: () => Promise<T>): Promise<T>;
  /** A sign-in that is refused: one audit record, one generic answer, whatever the reason (I5). */
  refuse(county: CountyId, reason: string): Promise<never>;
}

export function countyTroubles({ states, accounts, metrics, clock, policy }: Parts): Troubles {
  // How a county is is worth knowing, and never worth a sign-in.
  const note = (...noted: Parameters<CountyStates["note"]>) => states.note(...noted).catch(() => undefined);

  async function refuse(county: CountyId, reason: string): Promise<never> {
    metrics.count("CountyRefused");
    await accounts.audit(`county#${county}`, "county.refused", { reason });
    throw new Problem("county-refused", { reason });
  }

  return {
    refuse,
    async told(county, ask) {
      const begun = clock.now();
      try {
        const answer = await ask();
        await note(county, clock.now() - begun > policy.county.slow * 1_000 ? "slow" : "good");
        return answer;
      } catch (error) {
        if (!(error instanceof CountyTrouble)) throw error;
        if (error.kind === "refused") return refuse(county, error.reason);
        if (error.kind === "down") {
          metrics.count("CountyDown");
          await note(county, "down");
        }
        const options = { reason: error.reason, cause: error };
        throw new Problem(problems[error.kind], error.kind === "down" ? { ...options, retryAfter: 60 } : options);
      }
    },
  };
}
