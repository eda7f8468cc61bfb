import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { normalizePassword } from "../person/password.ts";
import type { Clock } from "../ports/clock.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Delivery, Intent } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { NotMeLinks } from "../ports/not-me.ts";
import { ownerNotices } from "../ports/owner-notice.ts";
import type { PasswordHistory } from "../ports/password-history.ts";
import type { ResetGrant, ResetGrants } from "../ports/reset-grants.ts";
import { type JudgeParts, judgeNextPassword } from "../steps/judge-password.ts";
import { refuseUnlessFree } from "./refuse-unless-free.ts";

interface Parts extends JudgeParts {
  readonly policy: Policy;
  readonly passwordHistory: PasswordHistory;
  readonly grants: ResetGrants;
  readonly credentials: Credentials;
  readonly delivery: Delivery;
  readonly links: Pick<NotMeLinks, "link">;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly accountDomain: string;
}

/**
 * 重設密碼 (M50, R2–R4): first every session ends and nobody signs in, then the password changes, last the account is given back
 * (T17). Each part may be repeated; a grant that is DONE answers so and changes nothing.
 */
export function resetPassword(parts: Parts): Action<"POST /api/reset-password"> {
  const { grants, credentials, delivery, metrics, clock } = parts;
  const accountOf = ({ account }: ResetGrant) => `${account.accountName}@${parts.accountDomain}`;
  return async ({ body, cookies, language }) => {
    const grant = await present(cookies.reset);
    if (grant.status === "DONE") return { body: { account: accountOf(grant) } };
    const problems = await judgeNextPassword(parts, body.password, parts.policy.passwords.register, grant.account);
    if (problems.length > 0) throw new Problem("password-rule", { fields: problems });

    const notices = await noticesOf(grant, language);
    const begun = await grants.begin(grant, notices);
    if (begun === "refused") {
      // Something changed since it was read: another tab was quicker, time ran out, the account was disabled.
      const now = await present(cookies.reset);
      if (now.status !== "DONE") throw new Problem("reset-grant-missing");
      return { body: { account: accountOf(now) } };
    }
    const [set, passwords] = await Promise.all([
      credentials.setPassword(grant.userId, normalizePassword(body.password)),
      parts.passwordHistory.next(grant.account.passwords, body.password),
    ]);
    if (set === "refused") throw new Problem("password-rule", { fields: [{ field: "password", problem: "common" }] });
    if (!(await grants.finish(grant, passwords))) throw new Problem("reset-grant-missing");
    metrics.count("PasswordReset");
    // The password is changed whatever becomes of the notices; those that a broken run wrote are taken up by the sweep.
    if (begun === "first") await Promise.all(notices.map((notice) => delivery.send(notice).catch(() => undefined)));
    return { body: { account: accountOf(grant) } };
  };

  /** The grant of this browser as it may be used now. Throws the Problem that says why not. */
  async function present(cookie: string | undefined): Promise<ResetGrant> {
    const grant = await grants.find(cookie);
    if (grant === undefined) throw new Problem("reset-grant-missing");
    refuseUnlessFree(grant, clock);
    return grant;
  }
  /** I5: to every contact that is known, proved or not, one notice a grant: whoever did not ask must hear of it. */
  async function noticesOf(grant: ResetGrant, language: "zh-TW" | "en"): Promise<readonly Intent[]> {
    const { grantId, userId, account } = grant;
    const words = { account: accountOf(grant), notMe: await parts.links.link(userId) };
    // By the grant's own id, so that a second run of it writes none of them again.
    const idOf = (index: number) => (index === 0 ? grantId : `${grantId}-${index}`);
    return ownerNotices(idOf, { kind: "password-reset", language, words }, account.told);
  }
}
