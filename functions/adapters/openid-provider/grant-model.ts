import { type AdapterPayload, Provider } from "oidc-provider";
import { claimsOfScopes, type Scope } from "../../contract/oidc.ts";
import { readGrantId } from "./grant-id.ts";
import { liveGrant } from "./live-grants.ts";
import type { Model } from "./models.ts";
import { applicationOf, type ProviderParts } from "./parts.ts";
import { theScope } from "./request-scope.ts";

/** A grant is worked out of its id and of what it stands on (T17, T39); it ends by a mark on its family (T31, T38). */
export function grantModel(parts: ProviderParts): Model {
  return {
    async find(id) {
      const grant = readGrantId(id);
      // A code is worth nothing once the person signed out, whatever its tokens would outlive (T31).
      const live = grant && (await liveGrant(parts, grant, theScope().redemption?.sessionKey));
      if (grant === undefined || live === undefined) return undefined;
      const allowed = parts.rules.scopesOf(live.application).filter((scope) => live.scopes.includes(scope));
      return {
        jti: id,
        accountId: grant.userId,
        clientId: grant.clientId,
        openid: openidOf(allowed),
      } as AdapterPayload;
    },
    destroy: async (id) => endFamily(id),
  };
}

/** What of scopes and claims is granted; claims that belong to a scope come with it. */
export const openidOf = (scopes: readonly string[]) => ({
  scope: scopes.join(" "),
  claims: claimsOfScopes(scopes as readonly Scope[]),
});

/**
 * All tokens of the family end, before the answer leaves. At the token endpoint that is because a code or a refresh token came twice; an
 * application that gives a token back ends them too, and nobody did wrong.
 */
export function endFamily(grantId: string): void {
  const scope = theScope();
  if (scope.again !== undefined) return;
  const { route } = Provider.ctx?.oidc ?? {};
  scope.ended.set(grantId, { replayed: route === "token" });
}

/** Claims that this application can never be given are refused in advance, so that nobody is asked for them. */
export async function refusedClaims(
  parts: ProviderParts,
  clientId: string,
  asked: Iterable<string>,
): Promise<string[]> {
  const possible = new Set<string>(
    claimsOfScopes(parts.rules.scopesOf(await applicationOf(parts, clientId)) as Scope[]),
  );
  return [...asked].filter((claim) => !possible.has(claim));
}
