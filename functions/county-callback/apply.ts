import type { Policy } from "../contract/policy.ts";
import { clearCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { CountyAccounts, CountyCookies, CountyProof } from "../ports/counties.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Ids } from "../ports/ids.ts";
import type { RosterEntry } from "../ports/look-ups.ts";
import type { Draft } from "../ports/registrations.ts";
import type { Arrival } from "./finish.ts";
import { placesOf } from "./rules/matching.ts";

interface Parts {
  readonly accounts: CountyAccounts;
  readonly countyCookies: CountyCookies;
  readonly drafts: Drafts;
  readonly ids: Ids;
  readonly policy: Policy;
}

/**
 * M12: a county account that is linked to nothing. The first link needs a match in the roster (T35): with it the application is open
 * at its confirm page (M14); a person who has an account already proves that one too; without it the personal data are asked for.
 */
export function applyByCounty(parts: Parts): Arrival {
  const { accounts, countyCookies } = parts;
  return async ({ proof, trip: { county } }) => {
    const { identity, personKey } = proof;
    const keep = async () => [await countyCookies.keepProof(proof)];
    if (personKey === undefined) {
      const schools = identity.schools.map(({ code, level, roles: [role] }) => ({
        code,
        ...(level === undefined ? {} : { level }),
        ...(role === undefined ? {} : { role }),
      }));
      const shown = identity.name === undefined || identity.nameMasked ? {} : { name: identity.name };
      return { body: { outcome: "fill-in", county, schools, ...shown }, setCookies: await keep() };
    }
    const { entries, ownerUserId } = await accounts.person(personKey);
    const places = placesOf(identity, proof.countyName, entries);
    if (places.length === 0) return { body: { outcome: "not-found", county }, setCookies: await keep() };
    if (ownerUserId !== undefined) return { body: { outcome: "prove-account", county }, setCookies: await keep() };
    const [only] = places;
    if (places.length === 1 && only !== undefined) return openApplication(parts, proof, personKey, only);
    return { body: { outcome: "choose", places: places.map(shownPlace) }, setCookies: await keep() };
  };
}

/** One of several roles or schools. The roster is asked again: the browser only says which. */
export function choose(parts: Parts): Action<"POST /api/county/choose"> {
  return async ({ body: { index }, cookies }) => {
    const proof = await parts.countyCookies.proof(cookies.countyProof);
    if (proof?.personKey === undefined) throw new Problem("county-proof-missing");
    const { entries, ownerUserId } = await parts.accounts.person(proof.personKey);
    if (ownerUserId !== undefined) return { body: { outcome: "prove-account", county: proof.identity.county } };
    const chosen = placesOf(proof.identity, proof.countyName, entries)[index];
    if (chosen === undefined) throw new Problem("bad-request", { fields: [{ field: "index", problem: "unknown" }] });
    return openApplication(parts, proof, proof.personKey, chosen);
  };
}

export const shownPlace = ({ enrolment }: RosterEntry, index: number) => ({ index, enrolment });

/** The draft of `register`, with the county account to be linked when the account is made. */
async function openApplication(
  { drafts, ids, policy }: Parts,
  proof: Omit<CountyProof, "until">,
  personKey: string,
  { name, enrolment }: RosterEntry,
) {
  const draft: Draft = {
    flowId: ids.id(),
    userId: ids.id(),
    revision: 0,
    expiresAt: 0,
    personKey,
    name,
    enrolment,
    county: { id: proof.identity.county, link: proof.link },
  };
  const application = {
    step: "confirm" as const,
    name,
    enrolment,
    consented: false,
    passwordRules: policy.passwords.register,
  };
  return {
    body: { outcome: "apply" as const, application },
    setCookies: [await drafts.cookie(draft), clearCookie("countyProof")],
  };
}
