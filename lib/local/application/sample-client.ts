import * as openid from "openid-client";
import { eduinfoPaths } from "../../../functions/contract/oidc.ts";
import { issuerTokens } from "./issuer-tokens.ts";
import { type AccountEvent, eventTokens } from "./legacy/event-token.ts";
import { type LogoutToken, logoutTokens } from "./logout-token.ts";

/** What an attempt to sign in keeps until the person comes back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who signed in, as the application was told. */
export interface SignedIn {
  readonly claims: Readonly<Record<string, unknown>>;
  /** The ID token's own. */
  readonly idClaims: openid.IDToken;
  readonly eduinfo?: unknown;
  readonly idToken: string;
  readonly refreshToken?: string;
}

export interface SampleClient {
  /** Where to send the person, and what to keep until they are back. `prompt` as OpenID Connect has it. */
  start(prompt?: "consent" | "none"): Promise<{ readonly address: URL; readonly attempt: Attempt }>;
  /** Back at the redirect address. */
  finish(currentUrl: URL, attempt: Attempt): Promise<SignedIn>;
  /** Anew with the refresh token. Throws when it is worth nothing any more. */
  renew(signedIn: SignedIn): Promise<SignedIn>;
  /** Where to send the person to sign out everywhere. */
  signOut({ idToken }: SignedIn): Promise<URL>;
  /** A logout token that was told, or undefined when it is not one for this application. */
  readLogout(token: string): Promise<LogoutToken | undefined>;
  /** An event that was told, or undefined when it is not one for this application. */
  readEvent(token: string): Promise<AccountEvent | undefined>;
}

export interface ClientOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly idTokenAlg: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
}

/** An application as any is written: everything but its client id and secret is found at the issuer. */
export function sampleClient(options: ClientOptions): SampleClient {
  const { issuer, clientId, scope, redirectUri, postLogoutRedirectUri } = options;
  let found: Promise<openid.Configuration> | undefined;
  const configuration = () => {
    found ??= discover(options).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  const readToken = issuerTokens({ issuer, clientId, alg: options.idTokenAlg, configuration });
  const [readLogout, readEvent] = [logoutTokens(readToken), eventTokens(issuer, readToken)];

  async function withClaims(
    config: openid.Configuration,
    tokens: Awaited<ReturnType<typeof openid.refreshTokenGrant>>,
    before?: SignedIn,
  ) {
    const idClaims = tokens.claims() ?? before?.idClaims;
    const idToken = tokens.id_token ?? before?.idToken;
    if (idClaims === undefined || idToken === undefined) throw new Error("there is no ID token");
    const { access_token: accessToken } = tokens;
    const refreshToken = tokens.refresh_token ?? before?.refreshToken;
    return {
      claims: await openid.fetchUserInfo(config, accessToken, idClaims.sub),
      idClaims,
      idToken,
      ...((tokens.scope ?? scope).split(" ").includes("eduinfo")
        ? { eduinfo: await eduinfo(config, accessToken) }
        : {}),
      ...(refreshToken === undefined ? {} : { refreshToken }),
    } satisfies SignedIn;
  }

  async function eduinfo(config: openid.Configuration, accessToken: string): Promise<unknown> {
    const answer = await openid.fetchProtectedResource(config, accessToken, new URL(eduinfoPaths[1], issuer), "GET");
    return answer.json();
  }

  return {
    async start(prompt) {
      const attempt = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      const address = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
        ...(prompt === undefined ? {} : { prompt }),
      });
      return { address, attempt };
    },

    async finish(currentUrl, { state, nonce, verifier }) {
      const config = await configuration();
      const tokens = await openid.authorizationCodeGrant(config, currentUrl, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return withClaims(config, tokens);
    },

    async renew(signedIn) {
      const config = await configuration();
      return withClaims(config, await openid.refreshTokenGrant(config, signedIn.refreshToken ?? ""), signedIn);
    },

    async signOut({ idToken }) {
      return openid.buildEndSessionUrl(await configuration(), {
        id_token_hint: idToken,
        post_logout_redirect_uri: postLogoutRedirectUri,
      });
    },

    readLogout,
    readEvent,
  };
}

function discover({ issuer, clientId, clientSecret, idTokenAlg }: ClientOptions): Promise<openid.Configuration> {
  // The service on one machine speaks plain http there; without TLS the ID token's signature is what says whose it is.
  const isPlain = new URL(issuer).protocol === "http:";
  const execute = [openid.enableNonRepudiationChecks, ...(isPlain ? [openid.allowInsecureRequests] : [])];
  return openid.discovery(
    new URL(issuer),
    clientId,
    { id_token_signed_response_alg: idTokenAlg },
    openid.ClientSecretBasic(clientSecret),
    { execute },
  );
}
