import type { Policy } from "../contract/policy.ts";
import type { Action } from "../http/request.ts";
import { maskEmail } from "../person/masks.ts";
import type { Applications } from "../ports/applications.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { LegacyAccounts } from "../ports/legacy-accounts.ts";
import { ownerNotice } from "../ports/owner-notice.ts";
import { type FindParts, findLegacyAccount } from "./find-account.ts";
import { arrivedAt } from "./platform.ts";

interface Parts extends FindParts {
  readonly applications: Pick<Applications, "find" | "list">;
  readonly legacyAccounts: Pick<LegacyAccounts, "count" | "findByEmail" | "issueOneUse">;
  /** A text that nobody takes for another one on paper, of so many characters. */
  readonly passwordText: (length: number) => string;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly policy: Policy;
}

/**
 * 系統重設密碼 (M85): a random password by mail to the address the platform had, for a day, which only finishes the joining. The answer is
 * the same whether there is such an account or not (T04), and the mail is the job's, so that its time says nothing either.
 */
export function resetPassword(parts: Parts): Action<"POST /api/legacy/{clientId}/one-use-password"> {
  const { legacyAccounts, policy } = parts;
  return async (request) => {
    const { body } = request;
    const { session, platform } = await arrivedAt(parts.applications, request);
    const { userId } = session;
    const { email, account } = await findLegacyAccount(parts, { userId, platform: platform.id }, body, "one-use");
    const { length, life } = policy.legacy.oneUsePassword;
    const [password, hours] = [parts.passwordText(length), Math.round(life / 3_600)];
    // It goes where the platform wrote to, in the spelling that it had.
    const message = account?.email === undefined ? undefined : mailOf(account.email, platform.name[body.language]);
    await legacyAccounts.issueOneUse(account, { userId, password, message });
    return { body: { masked: maskEmail(email), hours } };

    function mailOf(to: string, name: string) {
      const notice = ownerNotice({
        messageId: parts.ids.id(),
        kind: "legacy-password",
        language: body.language,
        words: { platform: name, password, hours },
        email: to,
      });
      return { ...notice, message: { ...notice.message, until: parts.clock.now() + life * 1_000 } };
    }
  };
}
