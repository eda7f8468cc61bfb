import { setCookie } from "../../http/cookies.ts";
import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import type { SignInAccounts } from "../../ports/accounts.ts";
import type { Credentials } from "../../ports/credentials.ts";
import type { Devices } from "../../ports/devices.ts";
import type { Metrics } from "../../ports/metrics.ts";
import type { SecondFactors } from "../../ports/second-factors.ts";
import type { Sessions } from "../../ports/sessions.ts";
import { checkOwnPassword } from "../../steps/check-own-password.ts";
import { endOthers } from "../../steps/end-others.ts";
import { rightOf } from "./judged.ts";

interface Parts {
  readonly accounts: Pick<SignInAccounts, "reserveTry" | "giveBack">;
  readonly credentials: Pick<Credentials, "check">;
  readonly devices: Pick<Devices, "read">;
  readonly factors: Pick<SecondFactors, "unbind">;
  readonly sessions: Pick<Sessions, "list" | "endThese" | "rotate" | "csrfToken">;
  readonly metrics: Metrics;
}

/**
 * 解除雙因子綁定 (T42): the password, then a code of the app or a recovery code. The account is as safe as its password from now on, so
 * every other session ends, before the factor goes: whatever breaks off leaves none of them beside an account without a factor. This one
 * goes on under a new secret, and claims no more than the password (ASVS 6.8.4).
 */
export function unbindFactor(parts: Parts): Action<"POST /api/my-account/two-factor/unbind"> {
  const { factors, sessions, metrics } = parts;
  return async ({ session, body, cookies, language }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { userId } = session;
    await checkOwnPassword(parts, { userId, deviceCookie: cookies.device }, body.password);
    const before = () => endOthers(sessions, session);
    rightOf(await factors.unbind(userId, body.code, { language, before }), metrics);
    const cookie = await sessions.rotate(session, { methods: ["pwd"] });
    // The factor is off all the same; who ended this session meanwhile signs in again.
    if (cookie === undefined) return { body: {} };
    return { body: { csrfToken: await sessions.csrfToken(cookie) }, setCookies: [setCookie("session", cookie)] };
  };
}
