import * as client from "openid-client";
import type { CountyProfile } from "../../contract/counties.ts";
import type { Policy } from "../../contract/policy.ts";
import type { Clock } from "../../ports/clock.ts";
import { type CountySetup, CountyTrouble, type Kept } from "../../ports/county-providers.ts";
import { type BoundedFetch, mayBeAsked } from "./bounded-fetch.ts";
import { askJson } from "./json-answers.ts";

export interface ProviderParts {
  readonly clock: Clock;
  readonly policy: Policy;
  readonly fetch: BoundedFetch;
}

export type CodeFlowProfile = Extract<CountyProfile, { protocol: "oidc" | "oauth2" }>;

/** Seconds by which a county's clock may differ from ours (T36). */
export const clockTolerance = 60;

/**
 * openid-client for one set-up. Of the server's metadata only what is given here is known to it: nothing else that a county's
 * discovery document names can change how it is spoken to.
 */
export function clientFor(
  setup: CountySetup,
  profile: CodeFlowProfile,
  server: client.ServerMetadata,
  { clock, fetch }: ProviderParts,
): client.Configuration {
  const { clientId, clientSecret, test } = setup;
  if (clientSecret === undefined) throw new CountyTrouble("refused", "no-client-secret");
  const authentication = {
    client_secret_basic: client.ClientSecretBasic,
    client_secret_post: client.ClientSecretPost,
  }[profile.clientAuthentication](clientSecret);
  const times = {
    [client.clockSkew]: Math.round((clock.now() - Date.now()) / 1_000),
    [client.clockTolerance]: clockTolerance,
  };
  const configuration = new client.Configuration(server, clientId, times, authentication);
  configuration[client.customFetch] = (url, { method, headers, body, signal }) =>
    fetch(url, { method: method as "GET" | "POST", headers, body: body as URLSearchParams | undefined, signal }, test);
  if (test) client.allowInsecureRequests(configuration);
  return configuration;
}

/** Refuses endpoints that are not https. Other hosts than the issuer's are allowed (OpenID Connect Discovery §3 does not tie them). */
export function checkEndpoints(endpoints: readonly (string | undefined)[], test: boolean): void {
  if (!endpoints.every((endpoint) => endpoint !== undefined && mayBeAsked(endpoint, test))) {
    throw new CountyTrouble("refused", "endpoint-not-https");
  }
}

/** The way out: state, PKCE S256 and, where there is an ID token to carry it, a nonce (RFC 9700 §2.1.1). */
export async function beginCodeFlow(
  configuration: client.Configuration,
  { scopes }: CodeFlowProfile,
  redirectUri: string,
  nonce: Readonly<Record<string, string>>,
): Promise<{ url: string; kept: Kept }> {
  const [state, verifier] = [client.randomState(), client.randomPKCECodeVerifier()];
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    ...(scopes.length === 0 ? {} : { scope: scopes.join(" ") }),
    state,
    ...nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, kept: { state, verifier, redirectUri, ...nonce } };
}

/**
 * The way back: the browser's answer is checked (state, and `iss` where it is there or promised, RFC 9207; on errors too), then the
 * code is exchanged. It must have come to the very path it was sent for (T33).
 */
export async function finishCodeFlow(
  configuration: client.Configuration,
  { state, verifier, redirectUri, nonce }: Kept,
  answer: URL,
): Promise<client.TokenEndpointResponse> {
  if (!state || !verifier || redirectUri !== `${answer.origin}${answer.pathname}`) {
    throw new CountyTrouble("refused", "round-trip");
  }
  const checks = { expectedState: state, pkceCodeVerifier: verifier };
  const ofIdToken = nonce === undefined ? {} : { expectedNonce: nonce, idTokenExpected: true };
  return await client.authorizationCodeGrant(configuration, answer, { ...checks, ...ofIdToken });
}

/** The profile's further answers by name; undefined where the county has none for this person (4xx). */
export async function askResources(
  fetch: BoundedFetch,
  { resources }: CodeFlowProfile,
  accessToken: string,
  test: boolean,
): Promise<Record<string, unknown>> {
  const asked = Object.entries(resources).map(
    async ([name, url]) => [name, await askJson(fetch, url, { authorization: `Bearer ${accessToken}` }, test)] as const,
  );
  return Object.fromEntries(await Promise.all(asked));
}
