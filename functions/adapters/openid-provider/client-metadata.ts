import type { ClientMetadata } from "oidc-provider";
import type { Application } from "../../contract/applications.ts";
import type { RegisteredApplication } from "../../ports/applications.ts";

/** Ours, beside what the library knows: C9, whether PKCE must be used. */
export const pkceRequired = "require_pkce";

/**
 * An application as the library knows clients. All are `pairwise` to it, since its `public` would tell the user id itself: `subjectOf` makes
 * either kind. The sector identifier is never fetched; it says that several hosts may share one subject.
 */
export function clientMetadata(application: RegisteredApplication, scopes: readonly string[]): ClientMetadata {
  const { clientId, clientSecret, redirectUris, tokenEndpointAuthMethod, backchannelLogoutUri } = application;
  return {
    client_id: clientId,
    client_name: application.name["zh-TW"],
    ...(tokenEndpointAuthMethod === "none" || clientSecret === undefined ? {} : { client_secret: clientSecret }),
    application_type: isNative(application) ? "native" : "web",
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...application.postLogoutRedirectUris],
    response_types: ["code"],
    grant_types: ["authorization_code", ...(scopes.includes("offline_access") ? ["refresh_token"] : [])],
    token_endpoint_auth_method: tokenEndpointAuthMethod,
    id_token_signed_response_alg: application.idTokenAlg,
    subject_type: "pairwise",
    sector_identifier_uri: `https://sector.invalid/${clientId}`,
    scope: scopes.join(" "),
    [pkceRequired]: application.requirePkce,
    ...(backchannelLogoutUri === undefined
      ? {}
      : { backchannel_logout_uri: backchannelLogoutUri, backchannel_logout_session_required: true }),
  } as ClientMetadata;
}

/** RFC 8252: on the person's own machine, without a secret; its loopback address may have any port (T30). */
const isNative = ({ redirectUris, tokenEndpointAuthMethod }: Application): boolean =>
  tokenEndpointAuthMethod === "none" && redirectUris.every((uri) => uri.startsWith("http:"));
