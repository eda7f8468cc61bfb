import { clearCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { shownAccountOf } from "../person/account-name.ts";
import { isSamePlace, isVouchedFor } from "../person/county-place.ts";
import { sameName } from "../person/name.ts";
import { toldContacts } from "../person/told-contacts.ts";
import type { Profile } from "../ports/accounts.ts";
import type { Clock } from "../ports/clock.ts";
import type { CountyAccounts, CountyCookies, CountyProof } from "../ports/counties.ts";
import type { Ids } from "../ports/ids.ts";
import type { NotMeLinks } from "../ports/not-me.ts";
import { ownerNotices } from "../ports/owner-notice.ts";
import { shownPlace } from "./apply.ts";
import { profileOf } from "./counties/counties.ts";
import { placesOf } from "./rules/matching.ts";

interface Parts {
  readonly accounts: CountyAccounts;
  readonly countyCookies: CountyCookies;
  readonly links: Pick<NotMeLinks, "link">;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly accountDomain: string;
}

const refusals = {
  "linked-elsewhere": "county-linked-elsewhere",
  "other-person": "county-other-person",
  "account-changed": "not-signed-in",
} as const;

/** What this browser has proved at a county and not used yet, for a reload of the pages that need it. */
export function showProof({
  accounts,
  countyCookies,
}: Pick<Parts, "accounts" | "countyCookies">): Action<"GET /api/county/proof"> {
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
 * own record must say that they are one person. A person with a new ID document keeps the account, where the new one has the same place as
 * the account: it becomes its too. The owner is told, since the county account signs in from then on (T20, I5).
 */
export function link(parts: Parts): Action<"POST /api/county/link"> {
  const { accounts, countyCookies, accountDomain } = parts;
  return async ({ cookies, session, language }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const proof = await countyCookies.proof(cookies.countyProof);
    if (proof === undefined) throw new Problem("county-proof-missing");
    const { userId, profile } = session;
    if (!(await isSamePerson(proof, profile))) throw new Problem("county-other-person");
    const { county } = proof.identity;
    const account = shownAccountOf(profile.accountName, accountDomain);
    const { name, nameEn } = profileOf(county);
    const said = {
      kind: "county-linked",
      language,
      words: { account, county: language === "en" ? nameEn : name, notMe: await parts.links.link(userId) },
    } as const;
    const notices = ownerNotices(() => parts.ids.id(), said, toldContacts(profile, parts.clock.now()));
    const outcome = await accounts.link({
      county,
      link: proof.link,
      userId,
      epoch: profile.epoch,
      notices,
      ...(proof.personKey === undefined ? {} : { personKey: proof.personKey }),
    });
    if (outcome !== "linked") throw new Problem(refusals[outcome]);
    return {
      body: { county, account },
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
    if (personKey === profile.personKey) return true;
    // Many people have one name: by another document it is the same person only at the very place that the account has.
    return places.some(
      ({ name, enrolment }) =>
        sameName(name, profile.name) && profile.enrolments.some((own) => isSamePlace(own, enrolment)),
    );
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
