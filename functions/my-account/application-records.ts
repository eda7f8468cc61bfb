import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Applications } from "../ports/applications.ts";
import type { Events } from "../ports/events.ts";
import { howManyOf } from "./rules/how-many.ts";
import { shownApplicationSignIns } from "./rules/shown-applications.ts";

interface Parts {
  readonly events: Events;
  readonly applications: Applications;
  readonly policy: Policy;
}

/** 應用服務登入紀錄 (M61): the newest application sign-ins, under the client id where the application is gone. */
export function applicationRecords(parts: Parts): Action<"GET /api/my-account/application-sign-ins/{most}"> {
  return async ({ session, params }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const most = howManyOf(parts.policy, params.most);
    if (most === undefined) throw new Problem("not-found");
    const [events, applications] = await Promise.all([
      parts.events.applicationSignIns(session.userId, most),
      parts.applications.list(),
    ]);
    return { body: { records: shownApplicationSignIns(events, applications) } };
  };
}
