import { createRemoteJWKSet, type JWTPayload, jwtVerify } from "jose";
import type { Configuration } from "openid-client";

export interface IssuerTokensOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly alg: string;
  readonly configuration: () => Promise<Configuration>;
}

/** What kind of token is expected: its `typ`, and the claims that it must have. */
export interface TokenKind {
  readonly typ: string;
  readonly requiredClaims: string[];
}

/** The claims of a token that the issuer signed for this application, by its published keys. */
export type ReadIssuerToken = (token: string, kind: TokenKind) => Promise<JWTPayload>;

/** Checks by the issuer's published keys, which are fetched when the first token comes. Throws for a token that is not good. */
export function issuerTokens({ issuer, clientId, alg, configuration }: IssuerTokensOptions): ReadIssuerToken {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (token, kind) => {
    keys ??= createRemoteJWKSet(new URL((await configuration()).serverMetadata().jwks_uri ?? ""));
    const { payload } = await jwtVerify(token, keys, { issuer, audience: clientId, algorithms: [alg], ...kind });
    return payload;
  };
}
