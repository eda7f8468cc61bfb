import * as oauth from "oauth4webapi";
import * as rp from "openid-client";
import { expect } from "vitest";
import { acrValues } from "../../../functions/contract/oidc.ts";
import type { Browser } from "../../service/browser.ts";
import { startService } from "../../service/service.ts";
import {
  callback,
  decideOn,
  issuer,
  type RegisteredFor,
  type RelyingParty,
  stopAtConsent,
  type World,
  waiting,
  walk,
  worldOver,
} from "../world.ts";
import { overHttp } from "./over-http.ts";

/** The service over HTTP, with applications as the suite registers them and one person who is signed in. One a test file. */
export async function conformanceWorld() {
  const service = await startService();
  const door = await overHttp(service);
  const world = worldOver({ ...service, browser: (address, by = door) => service.browser(address, by) });
  const someone = await world.person();

  return {
    ...world,
    someone,

    /** The suite proves itself by its secret and sends no PKCE but in the module of that name (C9). */
    application: (fields: Parameters<World["application"]>[0] = {}) =>
      world.application({ requirePkce: false, ...fields }),

    /** `openid-client`, which here also checks the signature of what it is told by the token endpoint. */
    async relyingParty(registered: RegisteredFor, auth?: rp.ClientAuth): Promise<RelyingParty> {
      const party = await world.relyingParty(registered, auth);
      rp.enableNonRepudiationChecks(party.config);
      return party;
    },

    async metadata(): Promise<Record<string, unknown>> {
      return (await world.fetch(`${issuer}/.well-known/openid-configuration`)).json();
    },

    async userinfo(token: string, request: { method?: string; body?: URLSearchParams } = {}) {
      const headers = request.body === undefined ? { authorization: `Bearer ${token}` } : {};
      const answer = await world.fetch(`${issuer}/oidc/v1/userinfo`, { ...request, headers });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },

    /** A request that only a sign-in since then takes further: the person signs in again, and it goes on. */
    async signInWhenAsked(browser: Browser, url: string): Promise<URL> {
      const uid = await stopAtConsent(browser, url);
      expect((await waiting(browser, uid)).needs).toBe("sign-in");
      await world.signInAgain(browser);
      const { body } = await decideOn(browser, uid, "go-on");
      return walk(browser, body.url);
    },
  };
}
export type ConformanceWorld = Awaited<ReturnType<typeof conformanceWorld>>;

export interface Sent {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
}

/** The suite's authorization request; each module changes what it is about. */
export function send({ config, redirectUri }: RelyingParty, changed: Record<string, string> = {}): Sent {
  const [state, nonce] = [rp.randomState(), rp.randomNonce()];
  const parameters = { redirect_uri: redirectUri, scope: "openid", state, nonce, ...changed };
  return { url: rp.buildAuthorizationUrl(config, parameters).href, state, nonce };
}

/** The code redeemed, and all of the answer checked by `openid-client`; `maxAge` as it was asked for. */
export const finish = ({ config }: RelyingParty, back: URL, { state, nonce }: Sent, maxAge?: number) =>
  rp.authorizationCodeGrant(config, back, {
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
    ...(maxAge === undefined ? {} : { maxAge }),
  });

/** The whole flow of the suite: tokens whose every claim that is there for all modules was looked at. */
export async function complete(party: RelyingParty, browser: Browser, changed: Record<string, string> = {}) {
  const sent = send(party, changed);
  const tokens = await finish(party, await walk(browser, sent.url), sent);
  const { client_id } = party.config.clientMetadata();
  const claims = tokens.claims();
  expect(claims).toMatchObject({ iss: issuer, aud: client_id, nonce: sent.nonce, acr: acrValues.oneFactor });
  expect(claims?.sub).toMatch(/^[\x21-\x7e]{1,255}$/);
  return tokens;
}
export type Tokens = Awaited<ReturnType<typeof complete>>;

/** The request's address with its parameters as given; `undefined` leaves one out. */
export function changedUrl(url: string, changed: Record<string, string | undefined>): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(changed)) {
    if (value === undefined) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  return address.href;
}

/** The person is told, the application is not: nothing of the request leads anywhere. */
export async function expectErrorPage(answer: Response): Promise<void> {
  expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
  expect(answer.headers.get("content-type")).toContain("text/html");
  expect(await answer.text()).not.toContain("<form");
}

/** The same flow by `oauth4webapi`, which is handed each part and checks it; with PKCE when it is given a verifier. */
export async function completeByOauth4webapi(
  world: Pick<ConformanceWorld, "fetch">,
  { clientId, secret = "", redirectUri = callback }: RegisteredFor,
  browser: Browser,
  verifier?: string,
) {
  const options = { [oauth.customFetch]: world.fetch };
  const at = new URL(issuer);
  const server = await oauth.processDiscoveryResponse(at, await oauth.discoveryRequest(at, options));
  const client = { client_id: clientId };
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const url = new URL(server.authorization_endpoint ?? "");
  const asked = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid",
    state,
    nonce,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  if (verifier !== undefined) {
    url.searchParams.set("code_challenge", await oauth.calculatePKCECodeChallenge(verifier));
    url.searchParams.set("code_challenge_method", "S256");
  }
  const back = await walk(browser, url.href);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.ClientSecretBasic(secret),
    oauth.validateAuthResponse(server, client, back, state),
    redirectUri,
    verifier ?? oauth.nopkce,
    options,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, answer, options);
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  const info = await oauth.userInfoRequest(server, client, tokens.access_token, options);
  await oauth.processUserInfoResponse(server, client, claims?.sub ?? "", info);
  return { back, tokens, claims };
}
