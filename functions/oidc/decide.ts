import { oidcPaths } from "../contract/oidc.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Consents } from "../ports/consents.ts";
import type { Interaction } from "../ports/interactions.ts";
import type { Sessions } from "../ports/sessions.ts";
import { hasSignedIn } from "./rules/needs.ts";
import { findWaiting, type WaitingParts } from "./waiting.ts";

interface Parts extends WaitingParts {
  readonly consents: Pick<Consents, "give">;
  readonly sessions: Pick<Sessions, "csrfToken">;
  readonly siteOrigin: string;
}

/**
 * The person's decision, kept with the request in their browser; the provider goes on from there. What is still missing is worked out anew,
 * whatever the page showed. Somebody who is not signed in may only refuse.
 */
export function decide(parts: Parts): Action<"POST /api/oidc/interactions/{uid}"> {
  return async (request) => {
    const { decision } = request.body;
    const { interaction, application, session, needs, scopes } = await findWaiting(parts, request);
    const { session: cookie } = request.cookies;
    if (session !== undefined && request.csrfToken !== (await parts.sessions.csrfToken(cookie ?? "")))
      throw new Problem("wrong-csrf-token");
    if (decision === "refuse") return goOn({ ...interaction, outcome: "refused" });

    if (needs === "not-for-you") throw new Problem("application-not-for-you");
    if (session === undefined || (needs !== "consent" && needs !== "go-on")) throw new Problem("not-signed-in");
    if (needs === "consent" && decision !== "allow") throw new Problem("bad-request");
    const consented = decision === "allow" && scopes.length > 0;
    if (consented) await parts.consents.give(session.userId, application.clientId, scopes);
    const { userId, sessionKey } = session;
    const signedIn = hasSignedIn(interaction, session);
    return goOn({ ...interaction, outcome: { userId, sessionKey, signedIn, consented: decision === "allow" } });
  };

  async function goOn(interaction: Interaction) {
    const line = await parts.interactions.keep(interaction);
    if (line === undefined) throw new Problem("interaction-missing");
    return {
      body: { url: `${parts.siteOrigin}${oidcPaths.authorization}/${interaction.uid}` },
      setCookies: [line],
    };
  }
}
