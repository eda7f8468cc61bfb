import { claimsByScope } from "../contract/oidc.ts";
import type { Action } from "../http/request.ts";
import { shownAccountOf } from "../person/account-name.ts";
import { findWaiting, type WaitingParts } from "./waiting.ts";

interface Parts extends WaitingParts {
  readonly accountDomain: string;
}

/** What the consent page shows (M60): which application, what it asks for and why, and what is missing before the person can go on. */
export function showInteraction(parts: Parts): Action<"GET /api/oidc/interactions/{uid}"> {
  return async (request) => {
    const { interaction, application, session, needs, scopes } = await findWaiting(parts, request);
    const { clientId, name, owner, logo, roles } = application;
    return {
      body: {
        needs,
        application: { clientId, name, owner: owner.name, ...(logo === undefined ? {} : { logo }) },
        host: new URL(interaction.params.redirect_uri ?? "").host,
        scopes: scopes.map((scope) => {
          const reason = application.scopes[scope];
          return { scope, claims: [...claimsByScope[scope]], ...(reason === undefined ? {} : { reason }) };
        }),
        ...(needs === "not-for-you" && roles !== undefined ? { roles: [...roles] } : {}),
        ...(session === undefined ? {} : { account: shownAccountOf(session.profile.accountName, parts.accountDomain) }),
      },
    };
  };
}
