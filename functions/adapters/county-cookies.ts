import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import type { Clock } from "../ports/clock.ts";
import type { CountyCookies, CountyProof, CountyTrip, ProvedIdentity } from "../ports/counties.ts";
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
      const kept: CountyProof = { ...proof, identity: keptOf(proof.identity), until };
      return setCookie("countyProof", await keys.seal("county-proof", kept));
    },
  };
}

const mostSchools = 10;

/** What is compared later and no more: a browser drops a cookie past 4,096 bytes, and a county may tell a great deal of a person. */
function keptOf({ county, name, nameMasked, roles, schools }: ProvedIdentity): ProvedIdentity {
  return {
    county,
    ...(name === undefined ? {} : { name }),
    nameMasked,
    roles,
    schools: schools.slice(0, mostSchools).map(({ code, grade, class: className, seat }) => ({
      // Codes have six signs: a longer one is none, and stays none when it is cut.
      code: code.slice(0, 20),
      ...(grade === undefined ? {} : { grade }),
      ...(className === undefined ? {} : { class: className }),
      ...(seat === undefined ? {} : { seat }),
    })),
  };
}
