import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { maskPersonId } from "../person/masks.ts";
import { sameName } from "../person/name.ts";
import type { Clock } from "../ports/clock.ts";
import type { CountyCookies } from "../ports/counties.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Ids } from "../ports/ids.ts";
import type { LookUp, RosterEntry } from "../ports/look-ups.ts";
import type { Draft } from "../ports/registrations.ts";
import { type LookUpParts, reserveLookUp } from "../steps/reserve-look-up.ts";
import { applicationOf } from "./rules/application.ts";
import { isOfPerson } from "./rules/county-proof.ts";

interface Parts extends LookUpParts {
  readonly countyCookies: Pick<CountyCookies, "proof">;
  readonly drafts: Drafts;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly policy: Policy;
}

/** M13: name and ID against the roster of a school. What can be judged without a look-up is judged first; a look-up is counted before it is done (T05). */
export function identify(parts: Parts): Action<"POST /api/register/identity"> {
  const { lookUps, drafts, ids } = parts;
  return async ({ body, client, cookies }) => {
    const reserved = await reserveLookUp(parts, "register", { body, client });
    const lookUp: LookUp = { ...reserved.lookUp, school: body.school, role: body.role };
    const { entry, ownerUserId } = await lookUps.find(lookUp);
    const found = entry !== undefined && sameName(entry.name, body.name) ? entry : undefined;
    await lookUps.settle(lookUp, found !== undefined);
    if (found === undefined) throw new Problem("person-not-found");
    if (ownerUserId !== undefined) throw new Problem("person-has-account");

    const draft: Draft = {
      flowId: ids.id(),
      userId: ids.id(),
      revision: 0,
      expiresAt: 0,
      personKey: lookUp.personKey,
      personId: reserved.personId,
      maskedPersonId: maskPersonId(reserved.personId),
      name: found.name,
      enrolment: found.enrolment,
      ...(await countyOf(cookies.countyProof, lookUp.personKey, found)),
    };
    return { body: applicationOf(parts.policy, draft, undefined), setCookies: [await drafts.cookie(draft)] };
  };

  /** A county account proved in this browser comes along if it is of the person who was just found (M12, T35). */
  async function countyOf(cookie: string | undefined, personKey: string, found: RosterEntry) {
    const proof = await parts.countyCookies.proof(cookie);
    if (proof === undefined || !isOfPerson(proof, personKey, found)) return {};
    return { county: { id: proof.identity.county, link: proof.link } };
  }
}
