import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { shownAccount } from "./rules/shown-account.ts";

interface Parts {
  readonly accountDomain: string;
  readonly policy: Policy;
}

/** 查閱個人資料 (M35): what the account holds of the person who is signed in, and nothing of anybody else. */
export function showAccount({ accountDomain, policy }: Parts): Action<"GET /api/my-account"> {
  return async ({ session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    return { body: { ...shownAccount(session.profile, accountDomain), passwordRules: policy.passwords.register } };
  };
}
