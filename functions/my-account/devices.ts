import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Sessions } from "../ports/sessions.ts";
import { shownDevice } from "./rules/shown-records.ts";

/** Where the account is signed in now, newest first (ASVS 7.5.2). */
export function devices({ sessions }: { sessions: Sessions }): Action<"GET /api/my-account/devices"> {
  return async ({ session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const live = await sessions.list(session.userId);
    return { body: { devices: live.map((one) => shownDevice(one, session.sessionKey)) } };
  };
}
