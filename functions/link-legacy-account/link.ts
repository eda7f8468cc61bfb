import type { LegacyPlatform } from "../contract/legacy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { isAccountEmail, shownAccountOf } from "../person/account-name.ts";
import { isSameContact } from "../person/contact.ts";
import { legacyAccountOf } from "../person/legacy-account.ts";
import { maskEmail } from "../person/masks.ts";
import { sameName } from "../person/name.ts";
import { toldContacts } from "../person/told-contacts.ts";
import type { Applications } from "../ports/applications.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { LegacyAccount, LegacyAccounts, LegacyLinks } from "../ports/legacy-accounts.ts";
import type { Delivery, Intent } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { NotMeLinks } from "../ports/not-me.ts";
import { ownerNotice, ownerNotices } from "../ports/owner-notice.ts";
import type { Session } from "../ports/sessions.ts";
import { platformEvents } from "../steps/platform-events.ts";
import { arrivedAt } from "./platform.ts";
import { linkingEnded } from "./rules/moments.ts";
import { tryLegacyPassword } from "./try-password.ts";

interface Parts {
  readonly applications: Pick<Applications, "find" | "list">;
  readonly legacyAccounts: Pick<LegacyAccounts, "count" | "try" | "link">;
  readonly legacyLinks: Pick<LegacyLinks, "find">;
  readonly links: Pick<NotMeLinks, "link">;
  readonly delivery: Delivery;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly accountDomain: string;
}

const refusals = {
  "linked-elsewhere": "legacy-linked-elsewhere",
  "has-link": "legacy-has-link",
  ended: "not-signed-in",
} as const;

/**
 * 帳號合併 (M82, T43): the old account by its password, the new one by its session. Names may differ, after a marriage or by a nickname:
 * then the person is asked, never refused. Pressed again it is the same link.
 */
export function linkAccount(parts: Parts): Action<"POST /api/legacy/{clientId}/link"> {
  const { applications, legacyAccounts, legacyLinks, delivery, clock, metrics } = parts;
  return async (request) => {
    const { body } = request;
    const { session, platform } = await arrivedAt(applications, request);
    if (linkingEnded(platform, clock.now()) !== undefined) throw new Problem("legacy-linking-ended");
    const id = { platform: platform.id, account: legacyAccountOf(body.account) };
    const link = await legacyLinks.find(session.userId, platform.id);
    const isSame = link?.state === "linked" && legacyAccountOf(link.legacyAccount) === id.account;
    if (link !== undefined && !isSame) throw new Problem("legacy-has-link");
    if (!(await legacyAccounts.count(session.userId, "try")))
      throw new Problem("too-many-tries", { retryAfter: 86_400 });

    const account = await tryLegacyPassword(parts, id, body.password, { oneUse: true });
    const { userId, profile } = session;
    if (account.state === "linked" && account.linkedTo !== userId) throw new Problem("legacy-linked-elsewhere");
    const isOther = account.name !== undefined && !sameName(account.name, profile.name);
    if (isOther && body.otherName !== true) throw new Problem("legacy-other-name");

    const notices = await noticesOf(account, platform, session, body.language);
    const told = await platformEvents(parts, platform.id, "linked");
    const by = { userId, epoch: profile.epoch };
    const outcome = await legacyAccounts.link(account, by, notices, told(userId, account.shownAccount));
    if (outcome !== "linked" && outcome !== "linked-before") throw new Problem(refusals[outcome]);
    // Nobody is told twice of a button that was pressed twice.
    if (outcome === "linked") {
      metrics.count("LegacyLinked");
      await Promise.all(notices.map((notice) => delivery.send(notice).catch(() => undefined)));
    }
    return { body: { account: account.shownAccount } };
  };

  /**
   * I5: to the owner's contacts, and to the address the platform had: it may be another person's, who must hear of it too, and who gets
   * no link that freezes this account, and not the address that is the account of 其他 (M20).
   */
  async function noticesOf(
    account: LegacyAccount,
    platform: LegacyPlatform,
    { userId, profile }: Session,
    language: "zh-TW" | "en",
  ): Promise<readonly Intent[]> {
    const told = toldContacts(profile, clock.now());
    const words = {
      account: shownAccountOf(profile.accountName, parts.accountDomain),
      platform: platform.name[language],
      legacyAccount: account.shownAccount,
    };
    const said = { kind: "legacy-linked", language } as const;
    const idOf = () => parts.ids.id();
    const toOwner = ownerNotices(idOf, { ...said, words: { ...words, notMe: await parts.links.link(userId) } }, told);
    const { email } = account;
    const isTold = [...told.owners.email, ...told.newer.email].some((one) => isSameContact(one, email));
    if (email === undefined || isTold) return toOwner;
    const { accountName } = profile;
    const shown = isAccountEmail(accountName) ? { ...words, account: maskEmail(accountName) } : words;
    return [...toOwner, ownerNotice({ messageId: idOf(), ...said, words: shown, email })];
  }
}
