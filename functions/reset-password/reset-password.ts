import type { FieldProblem } from "../contract/errors.ts";
import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { checkPassword, normalizePassword } from "../person/password.ts";
import type { Clock } from "../ports/clock.ts";
import type { CommonPasswords } from "../ports/common-passwords.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Delivery, Intent } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { ResetGrant, ResetGrants } from "../ports/reset-grants.ts";
import { refuseUnlessFree } from "./refuse-unless-free.ts";

interface Parts {
  readonly grants: ResetGrants;
  readonly credentials: Credentials;
  readonly commonPasswords: CommonPasswords;
  readonly delivery: Delivery;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly policy: Policy;
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
    const problems = await judge(parts, body.password, grant);
    if (problems.length > 0) throw new Problem("password-rule", { fields: problems });

    const notice = noticeOf(grant, accountOf(grant), language);
    const begun = await grants.begin(grant, notice);
    if (begun === "refused") {
      // Something changed since it was read: another tab was quicker, time ran out, the account was disabled.
      const now = await present(cookies.reset);
      if (now.status !== "DONE") throw new Problem("reset-grant-missing");
      return { body: { account: accountOf(now) } };
    }
    if ((await credentials.setPassword(grant.userId, normalizePassword(body.password))) === "refused")
      throw new Problem("password-rule", { fields: [{ field: "password", problem: "common" }] });
    if (!(await grants.finish(grant))) throw new Problem("reset-grant-missing");
    metrics.count("PasswordReset");
    // The password is changed whatever becomes of the notice; one that a broken run wrote is taken up by the sweep.
    if (begun === "first") await delivery.send(notice).catch(() => undefined);
    return { body: { account: accountOf(grant) } };
  };

  /** The grant of this browser as it may be used now. Throws the Problem that says why not. */
  async function present(cookie: string | undefined): Promise<ResetGrant> {
    const grant = await grants.find(cookie);
    if (grant === undefined) throw new Problem("reset-grant-missing");
    refuseUnlessFree(grant, clock);
    return grant;
  }
}

/** M17, C1: the rules of the register flow, the person's own words and the list of common passwords. */
async function judge(parts: Parts, password: string, { account }: ResetGrant): Promise<FieldProblem[]> {
  const { accountName, name } = account;
  const problems: string[] = checkPassword(password, parts.policy.passwords.register, { accountName, name });
  if (await parts.commonPasswords.has(normalizePassword(password))) problems.push("common");
  return problems.map((problem) => ({ field: "password", problem }));
}

/** I5: to every contact that is known, proved or not, one notice a grant: whoever did not ask must hear of it. */
function noticeOf({ grantId, account }: ResetGrant, named: string, language: "zh-TW" | "en"): Intent {
  const { email, mobile } = account;
  return {
    messageId: grantId,
    attempts: 0,
    states: {
      ...(email === undefined ? {} : { email: "waiting" }),
      ...(mobile === undefined ? {} : { sms: "waiting" }),
    },
    message: {
      kind: "password-reset",
      language,
      words: { account: named },
      ...(email === undefined ? {} : { email }),
      ...(mobile === undefined ? {} : { mobile }),
    },
  };
}
