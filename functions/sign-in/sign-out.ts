import { clearCookie, ofThePerson } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Sessions } from "../ports/sessions.ts";

/**
 * Ends the session for good: its row is gone, so a copied cookie is worth nothing (ASVS 7.4.1). What a county said, codes asked for and
 * grants opened go too, and applications are told (T41): the next person at a classroom computer finds nothing. Signing out twice is no error.
 */
export function signOut({ sessions }: { sessions: Sessions }): Action<"POST /api/sign-out"> {
  return async ({ cookies, csrfToken }) => {
    if (cookies.session !== undefined) {
      if (csrfToken !== (await sessions.csrfToken(cookies.session))) throw new Problem("wrong-csrf-token");
      await sessions.end(cookies.session);
    }
    return { body: {}, setCookies: ofThePerson.map((name) => clearCookie(name)) };
  };
}
