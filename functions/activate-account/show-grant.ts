import type { Policy } from "../contract/policy.ts";
import type { Action } from "../http/request.ts";
import { shownAccountOf } from "../person/account-name.ts";
import type { Clock } from "../ports/clock.ts";
import type { ResetGrants } from "../ports/reset-grants.ts";
import { mayActivate } from "./rules/may-activate.ts";

interface Parts {
  readonly grants: Pick<ResetGrants, "find">;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly accountDomain: string;
}

/** M55: account and name of this browser's activation grant. One whose account may not be enabled now is shown as none. */
export function showGrant({ grants, clock, policy, accountDomain }: Parts): Action<"GET /api/activate"> {
  return async ({ cookies }) => {
    const grant = await grants.find(cookies.activate, "activate");
    if (grant === undefined) return { body: { state: "none" } };
    const { accountName, name } = grant.account;
    const account = shownAccountOf(accountName, accountDomain);
    if (grant.status === "DONE") return { body: { state: "done", account } };
    if (!mayActivate(grant)) return { body: { state: "none" } };
    const expiresIn = Math.max(0, Math.floor((grant.expiresAt - clock.now()) / 1_000));
    const passwordRules = policy.passwords.activate;
    return { body: { state: "open", account, accountName, name, expiresIn, passwordRules } };
  };
}
