import type { Action } from "../http/request.ts";
import type { Sessions } from "../ports/sessions.ts";

/** Whether this browser is signed in. Not being so is an answer, not an error: every page asks. */
export function whoAmI({ sessions }: { sessions: Sessions }): Action<"GET /api/session"> {
  return async ({ cookies }) => {
    const cookie = cookies.session;
    const session = cookie === undefined ? undefined : await sessions.find(cookie);
    if (cookie === undefined || session === undefined) return { body: { signedIn: false } };
    const { accountName, name } = session.profile;
    return { body: { signedIn: true, accountName, name, csrfToken: await sessions.csrfToken(cookie) } };
  };
}
