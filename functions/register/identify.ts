import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { maskPersonId } from "../person/masks.ts";
import { isPersonName, sameName } from "../person/name.ts";
import { parsePersonId } from "../person/national-id.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { Clock } from "../ports/clock.ts";
import type { CountyCookies } from "../ports/counties.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { LookUp, LookUps, Reserved, RosterEntry } from "../ports/look-ups.ts";
import { personDigest, personKeyOf } from "../ports/person-key.ts";
import type { Draft } from "../ports/registrations.ts";
import { applicationOf } from "./rules/application.ts";
import { isOfPerson } from "./rules/county-proof.ts";

interface Parts {
  readonly captchas: Captchas;
  readonly lookUps: LookUps;
  readonly countyCookies: Pick<CountyCookies, "proof">;
  readonly drafts: Drafts;
  readonly keys: Keys;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly policy: Policy;
}

const refusals = {
  "captcha-used": "captcha-wrong",
  "too-many-tries": "too-many-tries",
  "breaker-open": "try-again-later",
} as const satisfies Record<Exclude<Reserved, "ok">, string>;

/** M13: name and ID against the roster of a school. What can be judged without a look-up is judged first; a look-up is counted before it is done (T05). */
export function identify(parts: Parts): Action<"POST /api/register/identity"> {
  const { captchas, lookUps, drafts, keys, ids } = parts;
  return async ({ body, client, cookies }) => {
    const id = parsePersonId(body.personId);
    if (!id.ok) {
      const code = id.reason === "checksum" ? "person-id-checksum" : "person-id-rule";
      throw new Problem(code, { fields: [{ field: "personId", problem: id.reason }] });
    }
    if (!isPersonName(body.name))
      throw new Problem("name-rule", { fields: [{ field: "name", problem: "characters" }] });

    const captcha = await captchas.check("register", body.captcha);
    if (!captcha.right) {
      await captchas.redeem("register", body.captcha);
      throw new Problem("captcha-wrong");
    }
    const lookUp: LookUp = {
      personKey: await personKeyOf(keys, personDigest(id.id)),
      school: body.school,
      role: body.role,
      client: await keys.mac("limit", client.network),
      fromSchool: client.fromSchool,
      captcha,
    };
    const reserved = await lookUps.reserve(lookUp);
    if (reserved !== "ok")
      throw new Problem(refusals[reserved], reserved === "captcha-used" ? {} : { retryAfter: 600 });

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
      personId: id.id,
      maskedPersonId: maskPersonId(id.id),
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
