import type { Policy } from "../contract/policy.ts";
import type { Action } from "../http/request.ts";
import { shownAccountOf } from "../person/account-name.ts";
import type { Clock } from "../ports/clock.ts";
import type { ResetGrants } from "../ports/reset-grants.ts";
import { refuseUnlessFree } from "./refuse-unless-free.ts";

interface Parts {
  readonly grants: ResetGrants;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly accountDomain: string;
}

/** M50: account and name of this browser's grant. What would be refused is refused here already, before anybody thinks of a password. */
export function showGrant({ grants, clock, policy, accountDomain }: Parts): Action<"GET /api/reset-password"> {
  return async ({ cookies }) => {
    const grant = await grants.find(cookies.reset);
    if (grant === undefined) return { body: { state: "none" } };
    refuseUnlessFree(grant, clock);
    const { way, account } = grant;
    const named = { account: shownAccountOf(account.accountName, accountDomain), way };
    if (grant.status === "DONE") return { body: { state: "done", ...named } };
    const expiresIn = Math.max(0, Math.floor((grant.expiresAt - clock.now()) / 1_000));
    const passwordRules = policy.passwords.register;
    const { accountName, name } = account;
    return { body: { state: "open", ...named, accountName, name, expiresIn, passwordRules } };
  };
}
