import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Clock } from "../ports/clock.ts";
import { type SetPasswordParts, setPassword } from "../steps/set-password.ts";
import { refuseUnlessFree } from "./refuse-unless-free.ts";

interface Parts extends SetPasswordParts {
  readonly policy: Policy;
  readonly clock: Clock;
}

/** 重設密碼 (M50, R2–R4): an account that is in use gets a new password, and is given back with it. */
export function resetPassword(parts: Parts): Action<"POST /api/reset-password"> {
  const { grants, clock, policy } = parts;
  return setPassword(parts, {
    async present(cookies) {
      const grant = await grants.find(cookies.reset);
      if (grant === undefined) throw new Problem("reset-grant-missing");
      refuseUnlessFree(grant, clock);
      return grant;
    },
    rules: policy.passwords.register,
    notice: "password-reset",
    metric: "PasswordReset",
  });
}
