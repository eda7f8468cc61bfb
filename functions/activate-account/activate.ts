import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Credentials } from "../ports/credentials.ts";
import { type SetPasswordParts, setPassword } from "../steps/set-password.ts";
import { mayActivate } from "./rules/may-activate.ts";

interface Parts extends SetPasswordParts {
  readonly policy: Policy;
  readonly credentials: Pick<Credentials, "setPassword" | "enable">;
}

/**
 * 啟用帳號 (M55, §5.2): sessions end, the password is set, the vault lets the user in again, and only the last write makes the profile
 * ACTIVE, which is what sign-in asks first. Each part may be repeated; a crash anywhere leaves the account disabled.
 */
export function activate(parts: Parts): Action<"POST /api/activate"> {
  const { grants, credentials, policy } = parts;
  return setPassword(parts, {
    async present(cookies) {
      const grant = await grants.find(cookies.activate, "activate");
      if (grant === undefined || (grant.status !== "DONE" && !mayActivate(grant)))
        throw new Problem("reset-grant-missing");
      return grant;
    },
    rules: policy.passwords.activate,
    notice: "account-activated",
    metric: "AccountActivated",
    enable: (userId) => credentials.enable(userId),
  });
}
