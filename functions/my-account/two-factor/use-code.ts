import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import type { Metrics } from "../../ports/metrics.ts";
import type { SecondFactors } from "../../ports/second-factors.ts";
import type { Sessions } from "../../ports/sessions.ts";
import { endOthers } from "../../steps/end-others.ts";
import { rightOf } from "./judged.ts";

interface Parts {
  readonly factors: SecondFactors;
  readonly metrics: Metrics;
}

/** 綁定 (M63): the app shows that it has the seed. Sign-in asks for nothing yet. */
export function bindFactor({ factors, metrics }: Parts): Action<"POST /api/my-account/two-factor/bind"> {
  return async ({ session, body }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    rightOf(await factors.bind(session.userId, body.code), metrics);
    return { body: {} };
  };
}

/**
 * 啟用雙因子驗證 (M63): sign-in asks for it from now on, and the other sessions, which gave none, end (ASVS 7.4.3); pressed again after
 * a lost answer, they end all the same. The recovery codes are in this answer and nowhere else.
 */
export function enableFactor({
  factors,
  sessions,
  metrics,
}: Parts & {
  readonly sessions: Pick<Sessions, "list" | "endThese">;
}): Action<"POST /api/my-account/two-factor/enable"> {
  return async ({ session, body, language }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { userId, profile } = session;
    const { recoveryCodes } = rightOf(await factors.enable(userId, body.code, profile.epoch, language), metrics);
    await endOthers(sessions, session);
    return { body: { recoveryCodes: [...recoveryCodes] } };
  };
}

/** Ten new recovery codes in place of the old ones, which the owner is told (I5), by a code of the app or by one of the old ones. */
export function renewRecoveryCodes({
  factors,
  metrics,
}: Parts): Action<"POST /api/my-account/two-factor/recovery-codes"> {
  return async ({ session, body, language }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { recoveryCodes } = rightOf(await factors.renew(session.userId, body.code, language), metrics);
    return { body: { recoveryCodes: [...recoveryCodes] } };
  };
}
