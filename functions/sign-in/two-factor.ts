import { clearCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { SecondFactors } from "../ports/second-factors.ts";
import type { SignInSteps } from "../ports/sign-in-steps.ts";
import { judgeFactor } from "../steps/judge-factor.ts";
import { type OpeningParts, openSession } from "./open-session.ts";

interface Parts extends OpeningParts {
  readonly steps: SignInSteps;
  readonly factors: Pick<SecondFactors, "check">;
}

/**
 * The second of two factors (M63, T18). The account is looked at again: a reset, a disabling or a switched-off factor since the first
 * one ends the step. A wrong code leaves it open, a right one uses it up, so that many right codes at once open one session (T42).
 */
export function twoFactor(parts: Parts): Action<"POST /api/sign-in/two-factor"> {
  const { steps, accounts, factors, metrics } = parts;
  return async ({ body, cookies, client, language }) => {
    const step = await steps.read(cookies.step);
    if (step === undefined) throw new Problem("two-factor-missing");
    const account = await accounts.look(step.userId);
    if (account?.status !== "ACTIVE" || account.held || account.epoch !== step.epoch)
      throw new Problem("sign-in-failed");
    const known = (await parts.devices.read(cookies.device)).find(({ userId }) => userId === step.userId);
    const device = known && account.devices.includes(known.id) ? known.id : undefined;
    const { recoveryCodesLeft } = await judgeFactor({ factors, metrics }, step.userId, body.code, {
      whenOff: "two-factor-missing",
      language,
      device,
    });
    if (!(await steps.spend(step))) throw new Problem("two-factor-missing");

    const deviceId = known?.id ?? step.deviceId;
    const methods = [...step.methods, "otp" as const];
    const { csrfToken, setCookies } = await openSession(parts, { account, methods, deviceId }, { cookies, client });
    return {
      body: {
        accountName: account.accountName,
        csrfToken,
        ...(recoveryCodesLeft === undefined ? {} : { recoveryCodesLeft }),
      },
      setCookies: [...setCookies, clearCookie("step")],
    };
  };
}
