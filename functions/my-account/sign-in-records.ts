import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Events } from "../ports/events.ts";
import { howManyOf } from "./rules/how-many.ts";
import { shownSignIn } from "./rules/shown-records.ts";

interface Parts {
  readonly events: Events;
  readonly policy: Policy;
}

/** IP登入紀錄 (M62): the newest sign-ins of who asks. */
export function signInRecords({ events, policy }: Parts): Action<"GET /api/my-account/sign-ins/{most}"> {
  return async ({ session, params }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const most = howManyOf(policy, params.most);
    if (most === undefined) throw new Problem("not-found");
    return { body: { records: (await events.signIns(session.userId, most)).map(shownSignIn) } };
  };
}
