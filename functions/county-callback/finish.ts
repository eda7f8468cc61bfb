import type { CountyIdentity, CountyPurpose } from "../contract/counties.ts";
import type { FinishedCounty } from "../contract/schemas/county.ts";
import { clearCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { Action, Answer, Client } from "../http/request.ts";
import type { CountyAccounts, CountyCookies, CountyProof, CountySetups, CountyTrip } from "../ports/counties.ts";
import type { CountyProviders, CountySetup } from "../ports/county-providers.ts";
import type { Keys } from "../ports/keys.ts";
import { personDigest, personKeyOf } from "../ports/person-key.ts";
import { redirectUriOf } from "./rules/addresses.ts";
import type { Troubles } from "./troubles.ts";

/** With all that the county told just now; a cookie keeps less. */
type FreshProof = Omit<CountyProof, "until" | "identity"> & { readonly identity: CountyIdentity };

/** What a round trip was for, once the county's answer is believed. */
export type Arrival = (arrived: {
  readonly trip: CountyTrip;
  readonly proof: FreshProof;
  /** The account this county account is linked to. */
  readonly userId: string | undefined;
  readonly client: Client;
  readonly sessionCookie: string | undefined;
}) => Promise<{ body: FinishedCounty; setCookies?: readonly string[] }>;

interface Parts {
  readonly setups: CountySetups;
  readonly providers: CountyProviders;
  readonly countyCookies: CountyCookies;
  readonly accounts: CountyAccounts;
  readonly troubles: Troubles;
  readonly keys: Keys;
  readonly siteOrigin: string;
  readonly arrivals: Readonly<Record<CountyPurpose, Arrival>>;
}

/**
 * A county's answer, from the browser it was sent to. The round trip must be this browser's, this county's, live and unused before
 * anything is asked of the county (T34); only then the protocol, the mapping, and what it was for.
 */
export function finish(parts: Parts): Action<"POST /api/county/finish"> {
  const { setups, countyCookies, accounts, troubles, arrivals } = parts;
  return async ({ body: { county, answer }, cookies, client }) => {
    const trip = await countyCookies.trip(cookies.county);
    if (trip === undefined || trip.county !== county || !isAnswerTo(trip, answer)) return notOfThisTrip(county);
    if (!(await accounts.spend(trip.id))) return notOfThisTrip(county);
    const setup = await setups.find(county);
    if (setup === undefined) throw new Problem("county-off");

    const proof = await prove(setup, trip, answer);
    const userId = await accounts.linked(proof.link);
    const arrived = { trip, proof, userId, client, sessionCookie: cookies.session };
    const { body, setCookies = [] } = await arrivals[trip.purpose](arrived);
    return { body, setCookies: [clearCookie("county"), ...setCookies] } satisfies Answer<"POST /api/county/finish">;
  };

  async function prove(setup: CountySetup, trip: CountyTrip, answer: string): Promise<FreshProof> {
    const { county } = trip;
    const address = new URL(`${redirectUriOf(parts.siteOrigin, county)}?${answer}`);
    const facts = await troubles.told(county, () => parts.providers.finish(setup, trip.kept, address));
    // OpenID 2.0 §11.3: an assertion counts once, over all processes.
    if (facts.nonce !== undefined) {
      const nonce = await parts.keys.mac("county", facts.nonce);
      if (!(await accounts.spend(`nonce#${nonce}`))) return troubles.refuse(county, "nonce.replayed");
    }
    // Loaded when a county first answers: the readers and JSON5 are a tenth of what a cold start may load.
    const { identityOf } = await import("./rules/identity.ts");
    const mapped = identityOf(setup.profile, facts, personDigest);
    if (!mapped.ok) return troubles.refuse(county, mapped.reason);
    const { identity } = mapped;
    const { personDigest: digest } = identity;
    return {
      identity,
      countyName: setup.profile.name,
      link: `county#${county}#${await parts.keys.mac("county", JSON.stringify([county, issuerOf(setup), identity.subject]))}`,
      ...(digest === undefined ? {} : { personKey: await personKeyOf(parts.keys, digest) }),
    };
  }

  /** Begun elsewhere, too old, used, or of another county: said as one thing, and noted. */
  async function notOfThisTrip(county: CountyTrip["county"]): Promise<never> {
    await accounts.audit(`county#${county}`, "county.refused", { reason: "round-trip" });
    throw new Problem("county-round-trip");
  }
}

/** The state of our own making, exactly once: a forged answer does not spend the person's round trip. */
function isAnswerTo(trip: CountyTrip, answer: string): boolean {
  const states = new URLSearchParams(answer).getAll("state");
  return states.length === 1 && states[0] === trip.kept.state;
}

/**
 * Who gives the county's subjects their meaning (T35): a county that moves to another provider has other people under the same ones.
 * Sample and test providers take another port at each start, and go on.
 */
function issuerOf({ profile, test }: CountySetup): string {
  if (test) return "test";
  return profile.protocol === "openid2" ? profile.claimedIdPrefix : profile.issuer;
}
