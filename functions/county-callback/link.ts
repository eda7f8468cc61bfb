import { clearCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { isVouchedFor } from "../person/county-place.ts";
import { sameName } from "../person/name.ts";
import type { Profile } from "../ports/accounts.ts";
import type { CountyAccounts, CountyCookies, CountyProof } from "../ports/counties.ts";
import { shownPlace } from "./apply.ts";
import { placesOf } from "./rules/matching.ts";

interface Parts {
  readonly accounts: CountyAccounts;
  readonly countyCookies: CountyCookies;
  readonly accountDomain: string;
}

const refusals = {
  "linked-elsewhere": "county-linked-elsewhere",
  "other-person": "county-other-person",
  "account-changed": "not-signed-in",
} as const;

/** What this browser has proved at a county and not used yet, for a reload of the pages that need it. */
export function showProof({ accounts, countyCookies }: Parts): Action<"GET /api/county/proof"> {
  return async ({ cookies }) => {
    const proof = await countyCookies.proof(cookies.countyProof);
    if (proof === undefined) return { body: {} };
    const { identity, personKey, countyName, until } = proof;
    const places =
      personKey === undefined ? [] : placesOf(identity, countyName, (await accounts.person(personKey)).entries);
    return {
      body: {
        county: identity.county,
        ...(identity.name === undefined || identity.nameMasked ? {} : { name: identity.name }),
        until,
        ...(places.length === 0 ? {} : { places: places.map(shownPlace) }),
      },
    };
  };
}

/**
 * T35: both sides are proved, the county account by the round trip and the account by its session, and the roster or the account's
 * own record must say that they are one person. A person with a new ID document keeps the account: the new one becomes its too.
 */
export function link({ accounts, countyCookies, accountDomain }: Parts): Action<"POST /api/county/link"> {
  return async ({ cookies, session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const proof = await countyCookies.proof(cookies.countyProof);
    if (proof === undefined) throw new Problem("county-proof-missing");
    const { userId, profile } = session;
    if (!(await isSamePerson(proof, profile))) throw new Problem("county-other-person");
    const { county } = proof.identity;
    const outcome = await accounts.link({
      county,
      link: proof.link,
      userId,
      epoch: profile.epoch,
      ...(proof.personKey === undefined ? {} : { personKey: proof.personKey }),
    });
    if (outcome !== "linked") throw new Problem(refusals[outcome]);
    return {
      body: { county, account: `${profile.accountName}@${accountDomain}` },
      setCookies: [clearCookie("countyProof")],
    };
  };

  async function isSamePerson({ identity, personKey, countyName }: CountyProof, profile: Profile): Promise<boolean> {
    if (personKey === undefined) {
      return profile.enrolments.some((enrolment) => isVouchedFor(identity, countyName, profile.name, enrolment));
    }
    const { entries } = await accounts.person(personKey);
    const places = placesOf(identity, countyName, entries);
    if (places.length === 0) return false;
    return personKey === profile.personKey || places.some(({ name }) => sameName(name, profile.name));
  }
}

/** 我知道了 (M31): from now on the account is not told again. */
export function told({ accounts }: Pick<Parts, "accounts">): Action<"POST /api/county/told"> {
  return async ({ session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    await accounts.tellNoMore(session.userId);
    return { body: {} };
  };
}
