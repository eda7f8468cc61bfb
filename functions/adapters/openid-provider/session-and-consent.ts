import type { Application } from "../../contract/applications.ts";
import type { Consents } from "../../ports/consents.ts";
import type { SessionAndConsent } from "../../ports/interactions.ts";
import type { LegacyLinks } from "../../ports/legacy-accounts.ts";
import type { Sessions } from "../../ports/sessions.ts";
import { consentKey } from "../consents.ts";
import { readSessionCookie } from "../session-row.ts";
import { legacyLinkAt } from "./live-grants.ts";
import { readingOnce } from "./read-once.ts";

/** The consent of who has this cookie to this application, and how they came to its legacy platform, to be read with the session. */
export function consentAhead(
  cookie: string | undefined,
  application: Pick<Application, "clientId" | "legacyPlatform"> | undefined,
) {
  const asked = cookie === undefined ? undefined : readSessionCookie(cookie);
  if (asked === undefined || application === undefined) return [];
  const { userId } = asked;
  return [
    { table: "consents" as const, key: consentKey(userId, application.clientId) },
    ...legacyLinkAt(userId, application),
  ];
}

/** All in one read; the parts are made of a store that reads once a request (`readOnce`). */
export function sessionAndConsent(parts: {
  sessions: Pick<Sessions, "find">;
  consents: Pick<Consents, "find">;
  links: Pick<LegacyLinks, "find">;
}): SessionAndConsent {
  return {
    find: (cookie, application) =>
      readingOnce(consentAhead(cookie, application), async () => {
        const { clientId, legacyPlatform: platform } = application;
        const session = await parts.sessions.find(cookie);
        const consent = session && (await parts.consents.find(session.userId, clientId));
        const link = session && platform && (await parts.links.find(session.userId, platform.id));
        return { session, consent, cameAlong: link !== undefined };
      }),
  };
}
