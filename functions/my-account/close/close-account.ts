import type { Policy } from "../../contract/policy.ts";
import { clearCookie, ofThePerson } from "../../http/cookies.ts";
import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { accountNameOf, shownAccountOf } from "../../person/account-name.ts";
import { toldContacts } from "../../person/told-contacts.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Closing } from "../../ports/closing.ts";
import type { Consents } from "../../ports/consents.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Delivery } from "../../ports/messages.ts";
import type { NotMeLinks } from "../../ports/not-me.ts";
import { ownerNotices } from "../../ports/owner-notice.ts";
import type { Session } from "../../ports/sessions.ts";
import { closeVault, type VaultParts } from "../../steps/close-vault.ts";

interface Parts extends VaultParts {
  readonly closing: Pick<Closing, "close">;
  readonly consents: Pick<Consents, "list" | "revoke">;
  readonly delivery: Delivery;
  readonly links: Pick<NotMeLinks, "link">;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly accountDomain: string;
}

const day = 86_400;

/**
 * Closes the account: consents first, so that none comes back with an account that is enabled again, however this breaks off; then the
 * profile and every session in one transaction, and last the vault, which a sweep closes where this breaks off. 啟用帳號 by code brings it back for thirty days; after them `erase-closed` erases it. The name typed must be the account's own.
 */
export function closeAccount(parts: Parts): Action<"POST /api/my-account/close"> {
  const { closing, consents, delivery, policy, accountDomain } = parts;
  return async ({ body, session, language }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { userId, profile } = session;
    const isOwn = accountNameOf(body.accountName, accountDomain) === profile.accountName;
    if (!isOwn) throw new Problem("bad-request", { fields: [{ field: "accountName", problem: "other" }] });

    const days = Math.round(policy.closing.grace / day);
    const account = shownAccountOf(profile.accountName, accountDomain);
    const notices = await noticesTo(session, { account, days }, language);
    await revokeAll(userId);
    if (!(await closing.close({ userId, epoch: profile.epoch }, notices))) throw new Problem("not-signed-in");
    // A consent that was given in another window in between. Closed whatever becomes of the rest: the sweep does it.
    await Promise.allSettled([
      revokeAll(userId),
      closeVault(parts, userId),
      ...notices.map((notice) => delivery.send(notice)),
    ]);
    return { body: { account, days }, setCookies: ofThePerson.map((name) => clearCookie(name)) };
  };

  async function revokeAll(userId: string): Promise<void> {
    const given = await consents.list(userId);
    if (given.length > 0)
      await consents.revoke(
        userId,
        given.map(({ clientId }) => clientId),
      );
  }

  /** I5: to every contact that is known. */
  async function noticesTo(
    { userId, profile }: Session,
    words: { readonly account: string; readonly days: number },
    language: "zh-TW" | "en",
  ) {
    const said = {
      kind: "account-closed",
      language,
      words: { ...words, notMe: await parts.links.link(userId) },
    } as const;
    return ownerNotices(() => parts.ids.id(), said, toldContacts(profile, parts.clock.now()));
  }
}
