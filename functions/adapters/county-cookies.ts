import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import type { Clock } from "../ports/clock.ts";
import type { CountyCookies, CountyProof, CountyTrip } from "../ports/counties.ts";
import type { Keys } from "../ports/keys.ts";

/** Both are sealed and end by the clock, whatever the browser keeps (T34). */
export function sealedCountyCookies(parts: { keys: Keys; clock: Clock; policy: Policy }): CountyCookies {
  const { keys, clock, policy } = parts;
  return {
    async trip(cookie) {
      const trip =
        cookie && ((await keys.unseal("county-trip", cookie)) as (CountyTrip & { until: number }) | undefined);
      return trip && trip.until >= clock.now() ? trip : undefined;
    },
    async keepTrip(trip) {
      const until = clock.now() + policy.county.roundTrip * 1_000;
      return setCookie("county", await keys.seal("county-trip", { ...trip, until }));
    },
    async proof(cookie) {
      const proof = cookie && ((await keys.unseal("county-proof", cookie)) as CountyProof | undefined);
      return proof && proof.until >= clock.now() ? proof : undefined;
    },
    async keepProof(proof) {
      const until = clock.now() + policy.county.proof * 1_000;
      return setCookie("countyProof", await keys.seal("county-proof", { ...proof, until }));
    },
  };
}
