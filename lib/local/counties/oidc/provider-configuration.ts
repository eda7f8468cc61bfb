import { randomBytes } from "node:crypto";
import type { JWK } from "jose";
import type { Configuration, KoaContextWithOIDC } from "oidc-provider";
import type { CountyAccount } from "../accounts.ts";
import { lostPage } from "../login-pages/pages.ts";
import { memoryAdapter } from "./memory-adapter.ts";
import type { OidcCounty } from "./oidc-county.ts";

interface Parts {
  readonly spec: OidcCounty;
  readonly client: { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };
  readonly keys: readonly JWK[];
  /** By subject. */
  readonly people: ReadonlyMap<string, CountyAccount>;
  readonly loginPath: string;
}

/** oidc-provider as a sample county has it: one client, code flow, login by the county's pages, consent implied, all in memory. */
export function providerConfiguration({ spec, client, keys, people, loginPath }: Parts): Configuration {
  const { county, title, paths, clientAuthentication, claims = {}, scopes } = spec;
  const prefix = county.toLowerCase();
  const off = { enabled: false };
  return {
    adapter: memoryAdapter(),
    jwks: { keys: [...keys] },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: clientAuthentication,
      },
    ],
    clientAuthMethods: [clientAuthentication],
    responseTypes: ["code"],
    scopes: spec.claims === undefined ? [...scopes] : ["openid", ...scopes],
    claims: {
      openid: ["sub"],
      ...Object.fromEntries(Object.entries(claims).map(([scope, names]) => [scope, [...names]])),
    },
    // The real ones put everything into the ID token too.
    conformIdTokenClaims: false,
    findAccount: (_, subject) => {
      const account = people.get(subject);
      if (account === undefined) return undefined;
      return { accountId: subject, claims: () => ({ sub: subject, ...spec.claimsOf(account) }) };
    },
    loadExistingGrant: impliedConsent,
    interactions: { url: (_, { uid }) => `${loginPath}?${new URLSearchParams({ ticket: uid })}` },
    enabledJWA: { idTokenSigningAlgValues: ["RS256"] },
    pkce: { required: () => false },
    routes: paths,
    // Cookies know no ports: each county has names of its own, since all of them are at 127.0.0.1.
    cookies: {
      names: { session: `${prefix}_session`, interaction: `${prefix}_interaction`, resume: `${prefix}_resume` },
      keys: [randomBytes(24).toString("base64url")],
      long: { signed: true, httpOnly: true, sameSite: "lax" },
      short: { signed: true, httpOnly: true, sameSite: "lax" },
    },
    features: { devInteractions: off, rpInitiatedLogout: off, pushedAuthorizationRequests: off },
    ttl: {
      AccessToken: 3_600,
      AuthorizationCode: 60,
      IdToken: 3_600,
      Interaction: 3_600,
      Session: 3_600,
      Grant: 3_600,
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = "html";
      ctx.body = lostPage(title, `${error}: ${error_description ?? ""}`);
    },
  };
}

/** A person who signs in at a county is not asked what the site may know of them. */
async function impliedConsent(ctx: KoaContextWithOIDC) {
  const { provider, client, session, params } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope ?? ""));
  await grant.save();
  return grant;
}
