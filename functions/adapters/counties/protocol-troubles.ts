import { errors as jose } from "jose";
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import { CountyTrouble } from "../../ports/county-providers.ts";

/** RFC 6749 §4.1.2.1, §5.2, OpenID Connect Core §3.1.2.6. Any other word is the county's, and may hold anything. */
const knownErrors: readonly string[] = [
  "invalid_request",
  "unauthorized_client",
  "unsupported_response_type",
  "invalid_scope",
  "server_error",
  "temporarily_unavailable",
  "invalid_client",
  "invalid_grant",
  "unsupported_grant_type",
  "interaction_required",
  "login_required",
  "consent_required",
  "account_selection_required",
];

/** Runs what asks a county: whatever goes wrong in it is a `CountyTrouble`. */
export async function troubled<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw protocolTrouble(error);
  }
}

/**
 * What openid-client and jose throw, as one of our troubles. Their errors hold claims, tokens and addresses as causes: only stable
 * words are taken over, and no cause.
 */
function protocolTrouble(error: unknown): CountyTrouble {
  const own = ownTrouble(error);
  if (own !== undefined) return own;
  if (error instanceof AuthorizationResponseError) {
    return error.error === "access_denied"
      ? new CountyTrouble("cancelled", "access-denied")
      : refused(`answer-${errorWord(error.error)}`);
  }
  if (error instanceof ResponseBodyError) return refused(`token-${errorWord(error.error)}`);
  if (error instanceof WWWAuthenticateChallengeError) return refused("challenged");
  if (error instanceof jose.JOSEError) return refused(`id-token-${hyphened(error.code.replace(/^ERR_/, ""))}`);
  if (error instanceof ClientError) return ofClient(error);
  return refused("unusable");
}

const refused = (reason: string) => new CountyTrouble("refused", reason);
const hyphened = (word: string) => word.toLowerCase().replaceAll("_", "-");
const errorWord = (error: string) => (knownErrors.includes(error) ? hyphened(error) : "other-error");

/** Ours, however deep the library has wrapped it. */
function ownTrouble(error: unknown): CountyTrouble | undefined {
  if (error instanceof CountyTrouble) return error;
  return error instanceof Error ? ownTrouble(error.cause) : undefined;
}

function ofClient(error: ClientError): CountyTrouble {
  const code = error.code ?? "";
  if (code === "OAUTH_RESPONSE_IS_NOT_JSON" || code === "OAUTH_RESPONSE_IS_NOT_CONFORM") {
    return new CountyTrouble("down", "not-conform");
  }
  const about = aboutOf(error);
  return refused(about === undefined ? hyphened(code.replace(/^OAUTH_/, "")) || "unusable" : about);
}

/** What was wrong, by what the library tells of it: names of claims and attributes are its own constants. */
function aboutOf(error: ClientError): string | undefined {
  const inner = error.cause instanceof Error ? error.cause.cause : undefined;
  if (typeof inner !== "object" || inner === null) return undefined;
  if ("claim" in inner) return `id-token-${String(inner.claim)}`;
  if ("attribute" in inner) return `userinfo-${String(inner.attribute)}`;
  if ("header" in inner) return "id-token-header";
  if ("claims" in inner) return "id-token-claims";
  if ("parameters" in inner) return "answer-parameters";
  return "body" in inner ? "answer-body" : undefined;
}
