import type { JWK } from "jose";
import { type Client, type Configuration, errors, type KoaContextWithOIDC } from "oidc-provider";
import { acrValues, claimsByScope, oidcPaths, scopes } from "../../contract/oidc.ts";
import { subjectOf } from "../../ports/subjects.ts";
import { findAccount, loadExistingGrant } from "./accounts.ts";
import { pkceRequired } from "./client-metadata.ts";
import { languageOf } from "./language.ts";
import { models } from "./models.ts";
import { applicationOf, type ProviderParts } from "./parts.ts";
import { policyOf } from "./policy.ts";

const off = { enabled: false };

/** The library as this service has it. What is not named here is off or as the library has it. */
export function configurationOf(parts: ProviderParts, jwks: readonly JWK[]): Configuration {
  const { policy, rules, pages } = parts;
  const { oidc } = policy;
  return {
    adapter: models(parts),
    jwks: { keys: structuredClone([...jwks]) as never },
    // Expiry is exact (T11): the tokens are our own, and so is the clock.
    clockTolerance: 0,
    routes: oidcPaths,
    scopes: [...scopes],
    claims: {
      ...Object.fromEntries(Object.entries(claimsByScope).map(([scope, claims]) => [scope, [...claims]])),
      // How and when the person signed in is told to everybody who asked for a sign-in.
      openid: [...claimsByScope.openid, "auth_time", "acr", "amr"],
      sid: null,
      iss: null,
    },
    acrValues: Object.values(acrValues),
    responseTypes: ["code"],
    subjectTypes: ["pairwise", "public"],
    clientAuthMethods: ["client_secret_basic", "client_secret_post", "none"],
    enabledJWA: { idTokenSigningAlgValues: ["RS256", "ES256"] },
    conformIdTokenClaims: true,
    allowOmittingSingleRegisteredRedirectUri: false,
    acceptQueryParamAccessTokens: false,
    expiresWithSession: () => false,
    // Always: the one before is spent with it (T38).
    rotateRefreshToken: true,
    extraClientMetadata: { properties: [pkceRequired] },
    pkce: { required: (_, client) => client[pkceRequired] !== false },
    pairwiseIdentifier: async (_, userId, { clientId }) =>
      subjectOf(parts.keys, await applicationOf(parts, clientId), userId),
    sectorIdentifierUriValidate: () => false,
    findAccount: findAccount(parts),
    loadExistingGrant: loadExistingGrant(parts),
    interactions: { policy: policyOf(parts), url: (_, { uid }) => `/consent/${uid}` },
    clientBasedCORS,
    cookies: { names: { session: "session", interaction: "interaction", resume: "resume" } },
    discovery: { ui_locales_supported: ["zh-TW", "en"] } as never,
    ttl: {
      AuthorizationCode: oidc.code,
      AccessToken: oidc.accessToken,
      IdToken: oidc.idToken,
      Interaction: oidc.interaction,
      Session: policy.session.absolute,
      Grant: oidc.refreshToken,
      // ASVS 10.4.8: a family ends so long after its first token, however often it is rotated.
      RefreshToken: ({ oidc: { entities } }: KoaContextWithOIDC) =>
        Math.max(1, entities.RotatedRefreshToken?.remainingTTL ?? oidc.refreshToken),
    } as never,
    features: {
      devInteractions: off,
      dPoP: off,
      pushedAuthorizationRequests: off,
      resourceIndicators: off,
      registration: off,
      introspection: off,
      jwtUserinfo: off,
      requestObjects: off,
      revocation: {
        enabled: true,
        allowedPolicy(_: KoaContextWithOIDC, client: Client, token: { clientId?: string }) {
          if (token.clientId !== client.clientId) throw new errors.InvalidRequest("not a token of this application");
          return true;
        },
      },
      userinfo: { enabled: true },
      // Told in the metadata; the telling itself is a job's (T41): `Logouts`.
      backchannelLogout: { enabled: true },
      claimsParameter: {
        enabled: true,
        assertClaimsParameter(_: KoaContextWithOIDC, claims: unknown) {
          if (!rules.canBeMet(claims)) throw new errors.UnmetAuthenticationRequirements();
        },
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx: KoaContextWithOIDC, form: string) {
          page(
            ctx,
            pages.askSignOut(languageOf(ctx), { action: `${oidcPaths.end_session}/confirm`, xsrf: xsrfIn(form) }),
          );
        },
        postLogoutSuccessSource: (ctx: KoaContextWithOIDC) => page(ctx, pages.signedOut(languageOf(ctx))),
      },
    } as never,
    renderError: (ctx, { error }) => page(ctx, pages.error(languageOf(ctx), error)),
  };

  function page(ctx: KoaContextWithOIDC, html: string): void {
    ctx.type = "html";
    ctx.set("content-security-policy", pages.contentSecurityPolicy);
    ctx.body = html;
  }
}

/** The library gives the secret of the sign-out page inside a form of its own. */
const xsrfIn = (form: string): string => /name="xsrf" value="([0-9a-f]+)"/.exec(form)?.[1] ?? "";

/** A page of the application may read what its own tokens open; from everywhere else only servers come. */
function clientBasedCORS(ctx: KoaContextWithOIDC, origin: string, client: Client): boolean {
  if (origin === "null" || !(ctx.oidc.route === "userinfo" || client.clientAuthMethod === "none")) return false;
  return client.redirectUris?.some((uri) => URL.parse(uri)?.origin === origin) ?? false;
}
