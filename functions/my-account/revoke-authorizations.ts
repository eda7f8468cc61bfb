import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Consents } from "../ports/consents.ts";

/**
 * 取消授權 (M60): nothing the applications hold of this person works from here on, and they ask again next time (T39). Gives how many
 * were taken back: one that was not allowed is no error, since a second window may have been quicker.
 */
export function revokeAuthorizations({
  consents,
}: {
  consents: Consents;
}): Action<"POST /api/my-account/authorizations/revoke"> {
  return async ({ body, session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    return { body: { revoked: await consents.revoke(session.userId, body.clientIds) } };
  };
}
