import type { ReadIssuerToken } from "./issuer-tokens.ts";

/** Whose sessions end: those with this `sid`, or without one all of `sub`. */
export interface LogoutToken {
  readonly sub?: string;
  readonly sid?: string;
}

const event = "http://schemas.openid.net/event/backchannel-logout";
const mostRemembered = 1_000;

/** Checks logout tokens as OpenID Connect Back-Channel Logout 1.0 §2.6 says, each good for once. Undefined for any that is not good. */
export function logoutTokens(readToken: ReadIssuerToken) {
  const seen = new Set<string>();

  return async (token: string): Promise<LogoutToken | undefined> => {
    try {
      const payload = await readToken(token, {
        typ: "logout+jwt",
        requiredClaims: ["iat", "exp", "jti", "events"],
      });
      const { sub, sid, jti = "", nonce, events } = payload as typeof payload & { sid?: unknown; events?: object };
      const isSaid = events !== undefined && Object.hasOwn(events, event);
      if (!isSaid || nonce !== undefined || seen.has(jti)) return undefined;
      const whose = { ...(typeof sid === "string" ? { sid } : {}), ...(sub === undefined ? {} : { sub }) };
      if (Object.keys(whose).length === 0) return undefined;
      seen.add(jti);
      for (const oldest of seen) if (seen.size > mostRemembered) seen.delete(oldest);
      return whose;
    } catch {
      return undefined;
    }
  };
}
