import { createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import { CountyTrouble } from "../../ports/county-providers.ts";
import type { KeptAnswer } from "./kept-answer.ts";

export interface Expected {
  readonly issuer: string;
  readonly clientId: string;
  readonly algorithms: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** Seconds: how long ago it may have been issued, and by how much clocks may differ. */
  readonly oldest: number;
  readonly tolerance: number;
}

/**
 * The signature of an ID token, its type, times and parties (OpenID Connect Core §3.1.3.7; T36). Only the county's published keys are
 * looked at: keys and addresses in the token's own header (`jwk`, `jku`, `x5u`) are not. Done here and not by openid-client, whose key
 * cache keeps its own time and forgets the keys while the county's key address is down (T37).
 * Throws jose's errors, or a `CountyTrouble`.
 */
export async function checkIdToken(
  idToken: string,
  expected: Expected,
  keys: KeptAnswer<JSONWebKeySet>,
): Promise<JWTPayload & { sub: string }> {
  checkType(decodeProtectedHeader(idToken).typ);
  const { payload } = await verifyWithNewest(idToken, expected, keys);
  if (payload.azp !== undefined && payload.azp !== expected.clientId) {
    throw new CountyTrouble("refused", "id-token-azp");
  }
  if (typeof payload.sub !== "string" || payload.sub === "") throw new CountyTrouble("refused", "id-token-sub");
  return { ...payload, sub: payload.sub };
}

/** An access token or a logout token is not an ID token, even when its claims would do (RFC 8725 §3.11). */
function checkType(typ: string | undefined): void {
  if (typ !== undefined && !/^(application\/)?jwt$/i.test(typ)) throw new CountyTrouble("refused", "id-token-typ");
}

/** The key may be newer than the keys we have: they are asked for once more, at most once a minute (T37). */
async function verifyWithNewest(idToken: string, expected: Expected, keys: KeptAnswer<JSONWebKeySet>) {
  const known = await keys.get();
  try {
    return await verify(idToken, expected, known);
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed))
      throw error;
    const newer = await keys.newer(known);
    if (newer === undefined) throw error;
    return await verify(idToken, expected, newer);
  }
}

const verify = (idToken: string, expected: Expected, keys: JSONWebKeySet) =>
  jwtVerify(idToken, createLocalJWKSet(keys), {
    algorithms: [...expected.algorithms],
    issuer: expected.issuer,
    audience: expected.clientId,
    requiredClaims: ["exp", "iat", "sub", "nonce"],
    currentDate: new Date(expected.now),
    clockTolerance: expected.tolerance,
    maxTokenAge: expected.oldest,
  });
