import type { Policy } from "../contract/policy.ts";
import type { Action } from "../http/request.ts";
import { shownAccountOf } from "../person/account-name.ts";
import type { Ids } from "../ports/ids.ts";
import type { Intent } from "../ports/messages.ts";
import type { NotMeLinks } from "../ports/not-me.ts";
import { ownerNotice } from "../ports/owner-notice.ts";
import type { RecoveryAccount, RecoveryAccounts } from "../ports/recovery.ts";
import type { ShownAccounts } from "../ports/shown-accounts.ts";
import { decoyOf, type LookUpParts, reserveLookUp } from "../steps/reserve-look-up.ts";

interface Parts extends LookUpParts {
  readonly accounts: Pick<RecoveryAccounts, "byUserId">;
  readonly shownAccounts: ShownAccounts;
  readonly links: Pick<NotMeLinks, "link">;
  readonly ids: Ids;
  readonly policy: Policy;
  readonly accountDomain: string;
}

/**
 * 取回帳號 (M41, C8): counted before it is looked up (T05), the same calls for hit and miss; the owner is told of every hit before the
 * account is shown. Profile `strict` shows nothing and says the same to everybody: the account goes to the contacts that are proved.
 */
export function findAccount(parts: Parts): Action<"POST /api/forgot-account"> {
  const { lookUps, accounts, shownAccounts, policy } = parts;
  const nameOf = ({ accountName }: RecoveryAccount) => shownAccountOf(accountName, parts.accountDomain);
  return async ({ body, client, language }) => {
    const { lookUp } = await reserveLookUp(parts, "forgot-account", { body, client });
    const ownerUserId = await lookUps.findOwner(lookUp);
    const account = await accounts.byUserId(ownerUserId ?? (await decoyOf(parts.keys, lookUp)));
    await lookUps.settle(lookUp, account !== undefined, "alike");
    await shownAccounts.note(account && { userId: account.userId, notice: await noticeOf(account, language) });
    if (!policy.showAccountForId) return { body: { outcome: "sent" } };
    return { body: account === undefined ? { outcome: "not-found" } : { outcome: "shown", account: nameOf(account) } };
  };

  /** A notice goes to every contact that is known, of before a change that may be taken back (T20); the answer itself only to those that are proved (M18). */
  async function noticeOf(account: RecoveryAccount, language: "zh-TW" | "en"): Promise<Intent> {
    const reached = (contact: RecoveryAccount["email"]) =>
      contact?.proved || policy.showAccountForId ? contact?.value : undefined;
    const { email, mobile } = account.before ?? account;
    return ownerNotice({
      messageId: parts.ids.id(),
      kind: "account-shown",
      language,
      words: { account: nameOf(account), notMe: await parts.links.link(account.userId) },
      email: reached(email),
      mobile: reached(mobile),
    });
  }
}
