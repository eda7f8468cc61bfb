import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { normalizePassword } from "../person/password.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Delivery, Intent } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { NotMeLinks } from "../ports/not-me.ts";
import { ownerNotices } from "../ports/owner-notice.ts";
import type { PasswordHistory } from "../ports/password-history.ts";
import type { ResetGrant, ResetGrants } from "../ports/reset-grants.ts";
import { type JudgeParts, judgeNextPassword } from "../steps/judge-password.ts";
import { mayActivate } from "./rules/may-activate.ts";

interface Parts extends JudgeParts {
  readonly policy: Policy;
  readonly passwordHistory: PasswordHistory;
  readonly grants: ResetGrants;
  readonly credentials: Pick<Credentials, "setPassword" | "enable">;
  readonly delivery: Delivery;
  readonly links: Pick<NotMeLinks, "link">;
  readonly metrics: Metrics;
  readonly accountDomain: string;
}

/**
 * 啟用帳號 (M55, §5.2): sessions end, the password is set, the vault lets the user in again, and only the last write makes the profile
 * ACTIVE, which is what sign-in asks first. Each part may be repeated; a crash anywhere leaves the account disabled.
 */
export function activate(parts: Parts): Action<"POST /api/activate"> {
  const { grants, credentials, delivery, metrics } = parts;
  const accountOf = ({ account }: ResetGrant) => `${account.accountName}@${parts.accountDomain}`;
  return async ({ body, cookies, language }) => {
    const grant = await present(cookies.activate);
    if (grant.status === "DONE") return { body: { account: accountOf(grant) } };
    const problems = await judgeNextPassword(parts, body.password, parts.policy.passwords.activate, grant.account);
    if (problems.length > 0) throw new Problem("password-rule", { fields: problems });

    const notices = await noticesOf(grant, language);
    const begun = await grants.begin(grant, notices);
    if (begun === "refused") {
      // Something changed since it was read: another tab was quicker, time ran out, a manager forbade it.
      const now = await present(cookies.activate);
      if (now.status !== "DONE") throw new Problem("reset-grant-missing");
      return { body: { account: accountOf(now) } };
    }
    const [set, passwords] = await Promise.all([
      credentials.setPassword(grant.userId, normalizePassword(body.password)),
      parts.passwordHistory.next(grant.account.passwords, body.password),
    ]);
    if (set === "refused") throw new Problem("password-rule", { fields: [{ field: "password", problem: "common" }] });
    await credentials.enable(grant.userId);
    if (!(await grants.finish(grant, passwords))) throw new Problem("reset-grant-missing");
    metrics.count("AccountActivated");
    // The account is enabled whatever becomes of the notices; those that a broken run wrote are taken up by the sweep.
    if (begun === "first") await Promise.all(notices.map((notice) => delivery.send(notice).catch(() => undefined)));
    return { body: { account: accountOf(grant) } };
  };

  /** The grant of this browser as it may be used now. */
  async function present(cookie: string | undefined): Promise<ResetGrant> {
    const grant = await grants.find(cookie, "activate");
    if (grant === undefined || (grant.status !== "DONE" && !mayActivate(grant)))
      throw new Problem("reset-grant-missing");
    return grant;
  }

  /** I5: to every contact that is known, one notice a grant. */
  async function noticesOf(grant: ResetGrant, language: "zh-TW" | "en"): Promise<readonly Intent[]> {
    const { grantId, userId, account } = grant;
    const words = { account: accountOf(grant), notMe: await parts.links.link(userId) };
    // By the grant's own id, so that a second run of it writes none of them again.
    const idOf = (index: number) => (index === 0 ? grantId : `${grantId}-${index}`);
    return ownerNotices(idOf, { kind: "account-activated", language, words }, account.told);
  }
}
