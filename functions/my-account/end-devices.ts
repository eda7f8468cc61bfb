import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Sessions } from "../ports/sessions.ts";

/**
 * Signs other devices out. Only live sessions of the account that asks are looked at, so an id of somebody else's ends nothing; the
 * present one ends by signing out. Applications of those that ended are told (T41).
 */
export function endDevices({ sessions }: { sessions: Sessions }): Action<"POST /api/my-account/devices/end"> {
  return async ({ session, body: { ids } }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { userId, sessionKey: present } = session;
    const live = (await sessions.list(userId)).map(({ sessionKey }) => sessionKey);
    const ending = live.filter((key) => key !== present && (ids === "others" || ids.includes(key)));
    return { body: { ended: await sessions.endThese(userId, ending) } };
  };
}
