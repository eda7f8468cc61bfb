import { setCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { SignInAccounts } from "../ports/accounts.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Devices } from "../ports/devices.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { SecondFactors } from "../ports/second-factors.ts";
import type { Sessions } from "../ports/sessions.ts";
import { checkOwnPassword } from "../steps/check-own-password.ts";
import { judgeFactor } from "../steps/judge-factor.ts";

interface Parts {
  readonly accounts: SignInAccounts;
  readonly credentials: Credentials;
  readonly devices: Devices;
  readonly sessions: Sessions;
  readonly factors: Pick<SecondFactors, "check">;
  readonly metrics: Metrics;
}

/** The password again, then the code where a factor is on; the session goes on under a new secret, fresh for five minutes (T20, T21). */
export function reAuthenticate(parts: Parts): Action<"POST /api/re-authenticate"> {
  const { sessions } = parts;
  return async ({ body, cookies, session, language }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { userId, profile } = session;
    await checkOwnPassword(parts, { userId, deviceCookie: cookies.device }, body.password);
    if (profile.secondFactor) {
      if (body.code === undefined) throw new Problem("two-factor-needed");
      // The cookie is sealed and made for who was signed in by it: the device was known.
      const device = (await parts.devices.read(cookies.device)).find((one) => one.userId === userId)?.id;
      await judgeFactor(parts, userId, body.code, { whenOff: "two-factor-state", language, device });
    }
    const methods = profile.secondFactor ? (["pwd", "otp"] as const) : (["pwd"] as const);
    const cookie = await sessions.rotate(session, { methods });
    if (cookie === undefined) throw new Problem("not-signed-in");
    return {
      body: { accountName: profile.accountName, csrfToken: await sessions.csrfToken(cookie) },
      setCookies: [setCookie("session", cookie)],
    };
  };
}
