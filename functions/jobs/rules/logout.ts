import type { Application } from "../../contract/applications.ts";
import type { LogoutToTell } from "../../ports/logouts.ts";

export type SignedIn = Pick<LogoutToTell, "clientId" | "sessionKey">;

/** Who is to be told: each application once for each session, as far as it has an address for it. */
export function toTell(signedIn: readonly SignedIn[], applications: readonly Application[]): SignedIn[] {
  const listening = new Set(
    applications.filter(({ backchannelLogoutUri: uri }) => uri !== undefined).map(({ clientId }) => clientId),
  );
  const pairs = new Map(signedIn.map((pair) => [`${pair.clientId} ${pair.sessionKey}`, pair]));
  return [...pairs.values()].filter(({ clientId }) => listening.has(clientId));
}

const event = "http://schemas.openid.net/event/backchannel-logout";

export interface LogoutTokenFacts {
  readonly issuer: string;
  readonly clientId: string;
  readonly sub: string;
  readonly sid: string;
  /** New for each try. */
  readonly jti: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Seconds. */
  readonly life: number;
}

/** OpenID Connect Back-Channel Logout 1.0 §2.4, with both `sub` and `sid`; a nonce is forbidden there. */
export function logoutClaims({ issuer, clientId, sub, sid, jti, now, life }: LogoutTokenFacts) {
  const iat = Math.floor(now / 1_000);
  return { iss: issuer, aud: clientId, iat, exp: iat + life, jti, events: { [event]: {} }, sub, sid };
}

/** §2.4 and RFC 8725: said explicitly, so that no other token passes for one. */
export const logoutHeader = { typ: "logout+jwt" } as const;
