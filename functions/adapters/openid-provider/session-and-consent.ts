import { isClientId } from "../../contract/applications.ts";
import type { Consents } from "../../ports/consents.ts";
import type { SessionAndConsent } from "../../ports/interactions.ts";
import type { Sessions } from "../../ports/sessions.ts";
import { consentKey } from "../consents.ts";
import { readSessionCookie } from "../session-row.ts";
import { readingOnce } from "./read-once.ts";

/** The consent of who has this cookie to this application, to be read with the session. */
export function consentAhead(cookie: string | undefined, clientId: string | undefined) {
  const asked = cookie === undefined ? undefined : readSessionCookie(cookie);
  if (asked === undefined || clientId === undefined || !isClientId(clientId)) return [];
  return [{ table: "consents" as const, key: consentKey(asked.userId, clientId) }];
}

/** Both in one read; the parts are made of a store that reads once a request (`readOnce`). */
export function sessionAndConsent(parts: {
  sessions: Pick<Sessions, "find">;
  consents: Pick<Consents, "find">;
}): SessionAndConsent {
  return {
    find: (cookie, clientId) =>
      readingOnce(consentAhead(cookie, clientId), async () => {
        const session = await parts.sessions.find(cookie);
        const consent = session && (await parts.consents.find(session.userId, clientId));
        return { session, consent };
      }),
  };
}
