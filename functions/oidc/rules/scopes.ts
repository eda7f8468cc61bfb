import type { Application } from "../../contract/applications.ts";
import { claimsByScope, type Scope, scopes } from "../../contract/oidc.ts";
import type { RequestParams } from "../../ports/interactions.ts";

/**
 * Scopes an application may be granted, in the contract's order. Without an operator's leave `personid` is none of them (M86), and `legacy`
 * is a legacy platform's only.
 */
export const scopesOf = ({ scopes: registered, mayHavePersonId, legacyPlatform }: Application): readonly Scope[] =>
  scopes.filter(
    (scope) =>
      scope in registered &&
      (scope !== "personid" || mayHavePersonId) &&
      (scope !== "legacy" || legacyPlatform !== undefined),
  );

/**
 * What a request asks for, of what the application may have: its scopes, and for each claim asked for by itself (`claims`, OpenID Connect
 * Core 5.5) the scope it belongs to.
 */
export function askedScopes(params: RequestParams, application: Application): readonly Scope[] {
  const asked = new Set(params.scope?.split(" "));
  const claims = new Set(Object.values(readClaims(params.claims)).flatMap((part) => Object.keys(part ?? {})));
  const holds = (scope: Scope) => scope !== "openid" && claimsByScope[scope].some((claim) => claims.has(claim));
  return scopesOf(application).filter((scope) => asked.has(scope) || holds(scope));
}

type AskedClaims = Readonly<
  Record<string, Readonly<Record<string, { essential?: boolean; value?: unknown; values?: unknown } | null>> | null>
>;

/** The parameter `claims`, whose shape the provider checked; what is none is nothing. */
export function readClaims(text: string | undefined): AskedClaims {
  if (text === undefined) return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as AskedClaims) : {};
  } catch {
    return {};
  }
}
