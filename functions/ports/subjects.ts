import type { Application } from "../contract/applications.ts";
import type { Keys } from "./keys.ts";

/**
 * What an application knows a person by: one value for each application, or with `public` the same for all that have it. Never the user
 * id itself. It stays for life, across school, county and document change (C14), since the look-up key never rotates.
 */
export const subjectOf = (
  keys: Pick<Keys, "mac">,
  { clientId, subject }: Pick<Application, "clientId" | "subject">,
  userId: string,
): Promise<string> => keys.mac("subject", subject === "public" ? userId : `${clientId}~${userId}`);

/** What an application knows a session by (`sid` of OpenID Connect Back-Channel Logout 1.0): nothing two applications could compare. */
export const sidOf = (keys: Pick<Keys, "mac">, sessionKey: string, clientId: string): Promise<string> =>
  keys.mac("sid", `${clientId}~${sessionKey}`);
