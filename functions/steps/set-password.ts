import type { MetricName } from "../contract/metrics.ts";
import type { PasswordRules } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Answer, Request } from "../http/request.ts";
import { shownAccountOf } from "../person/account-name.ts";
import { normalizePassword } from "../person/password.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Delivery, Intent } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { NotMeLinks } from "../ports/not-me.ts";
import { ownerNotices } from "../ports/owner-notice.ts";
import type { PasswordHistory } from "../ports/password-history.ts";
import type { ResetGrant, ResetGrants } from "../ports/reset-grants.ts";
import { type JudgeParts, judgeNextPassword } from "./judge-password.ts";

export interface SetPasswordParts extends JudgeParts {
  readonly passwordHistory: PasswordHistory;
  readonly grants: ResetGrants;
  readonly credentials: Pick<Credentials, "setPassword">;
  readonly delivery: Delivery;
  readonly links: Pick<NotMeLinks, "link">;
  readonly metrics: Metrics;
  readonly accountDomain: string;
}

type Route = "POST /api/reset-password" | "POST /api/activate";
type Asked = Pick<Request<Route>, "body" | "cookies" | "language">;

interface Setting {
  /** The grant of this browser as it may be used now. Throws the Problem that says why there is none. */
  present(cookies: Asked["cookies"]): Promise<ResetGrant>;
  readonly rules: PasswordRules;
  readonly notice: "password-reset" | "account-activated";
  readonly metric: MetricName;
  /** What the vault is told once it has the password, before the account is given. */
  enable?(userId: string): Promise<void>;
}

/**
 * A grant sets the password (R2–R4): first every session ends and nobody signs in, then the password changes, last the account is given
 * (T17). Each part may be repeated; a grant that is DONE answers so and changes nothing.
 */
export function setPassword(parts: SetPasswordParts, { present, rules, notice, metric, enable }: Setting) {
  const { grants, credentials, delivery, metrics } = parts;
  const accountOf = ({ account }: ResetGrant) => shownAccountOf(account.accountName, parts.accountDomain);
  return async ({ body, cookies, language }: Asked): Promise<Answer<Route>> => {
    const grant = await present(cookies);
    if (grant.status === "DONE") return { body: { account: accountOf(grant) } };
    const problems = await judgeNextPassword(parts, body.password, rules, grant.account);
    if (problems.length > 0) throw new Problem("password-rule", { fields: problems });

    const notices = await noticesOf(grant, language);
    const begun = await grants.begin(grant, notices);
    if (begun === "refused") {
      // Something changed since it was read: another tab was quicker, time ran out, the account was disabled or forbidden.
      const now = await present(cookies);
      if (now.status !== "DONE") throw new Problem("reset-grant-missing");
      return { body: { account: accountOf(now) } };
    }
    const [set, passwords] = await Promise.all([
      credentials.setPassword(grant.userId, normalizePassword(body.password)),
      parts.passwordHistory.next(grant.account.passwords, body.password),
    ]);
    if (set === "refused") throw new Problem("password-rule", { fields: [{ field: "password", problem: "common" }] });
    await enable?.(grant.userId);
    if (!(await grants.finish(grant, passwords))) throw new Problem("reset-grant-missing");
    metrics.count(metric);
    // The password is set whatever becomes of the notices; those that a broken run wrote are taken up by the sweep.
    if (begun === "first") await Promise.all(notices.map((each) => delivery.send(each).catch(() => undefined)));
    return { body: { account: accountOf(grant) } };
  };

  /** I5: to every contact that is known, proved or not, one notice a grant: whoever did not ask must hear of it. */
  async function noticesOf(grant: ResetGrant, language: "zh-TW" | "en"): Promise<readonly Intent[]> {
    const { grantId, userId, account } = grant;
    const words = { account: accountOf(grant), notMe: await parts.links.link(userId) };
    // By the grant's own id, so that a second run of it writes none of them again.
    const idOf = (index: number) => (index === 0 ? grantId : `${grantId}-${index}`);
    return ownerNotices(idOf, { kind: notice, language, words }, account.told);
  }
}
