import { createHash, randomBytes } from "node:crypto";
import { oidcPaths } from "../../functions/contract/oidc.ts";
import type { Browser } from "../service/browser.ts";
import { type FlowParts, signIn } from "./flows.ts";

/** An application as the bench plays it: it takes its answers as they are, so that its own work is not what is measured. */
export interface Application {
  readonly clientId: string;
  readonly secret: string;
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token?: string;
}

/** Where a provider has its endpoints. */
export interface Endpoints {
  readonly origin: string;
  readonly authorization: string;
  readonly token: string;
  readonly userinfo: string;
}

export const callback = "https://learn.test/callback";
export const profileScope = "openid profile";
/** With a refresh token, for which the person is always asked. */
export const offline = { scope: `${profileScope} offline_access`, prompt: "consent" };

export const endpointsAt = (origin: string): Endpoints => ({ origin, ...oidcPaths });

/** What `save-application` is given: application `number` of the bench. */
export function applicationFile(number: number) {
  const words = { "zh-TW": "學習平臺", en: "Learning platform" };
  return {
    clientId: `bench-app-${String(number).padStart(3, "0")}`,
    name: words,
    owner: { name: "測試學會", contact: "owner@learn.test" },
    redirectUris: [callback],
    scopes: { openid: words, profile: words, offline_access: words },
  };
}

/** The first time: sent by the application, signed in by password, asked for consent, then code, token and userinfo. Nine requests. */
export async function firstEntry(
  parts: FlowParts,
  browser: Browser,
  server: Browser,
  at: Endpoints,
  application: Application,
  accountName: string,
): Promise<Tokens> {
  const uid = await stopped(browser, startOf(at, application));
  await waitsFor(browser, uid, "sign-in");
  await signIn(parts, browser, accountName);
  return finish(browser, server, at, application, await consentTo(browser, uid));
}

/** Signed in already, and asked for consent: gives what the parameters ask for. */
export async function consentedEntry(
  browser: Browser,
  server: Browser,
  at: Endpoints,
  application: Application,
  parameters: Record<string, string> = {},
): Promise<Tokens> {
  const uid = await stopped(browser, startOf(at, application, parameters));
  return finish(browser, server, at, application, await consentTo(browser, uid));
}

/** Session and consent are there: authorize, token, userinfo. Three requests, of this provider or of another. */
export async function entry(browser: Browser, server: Browser, at: Endpoints, application: Application): Promise<void> {
  await finish(browser, server, at, application, startOf(at, application));
}

/** One request of the application's server. */
export const refresh = (server: Browser, at: Endpoints, application: Application, tokens: Tokens | undefined) =>
  tokensFor(server, at, application, { grant_type: "refresh_token", refresh_token: tokens?.refresh_token ?? "" });

/** One request of the application's server. */
export async function userinfo(server: Browser, at: Endpoints, tokens: Tokens | undefined): Promise<void> {
  const headers = { authorization: `Bearer ${tokens?.access_token}` };
  const claims = await well(server.visit(`${at.origin}${at.userinfo}`, { headers }));
  if (typeof claims.sub !== "string") throw new Error("userinfo of the bench does not say who it is");
}

/** From an address that leads to the code to the person's claims. */
export async function finish(
  browser: Browser,
  server: Browser,
  at: Endpoints,
  application: Application,
  from: string,
): Promise<Tokens> {
  const back = new URL(await nextOf(browser, from), at.origin);
  const code = back.searchParams.get("code");
  if (code === null) throw new Error(`an entry of the bench came to ${back.pathname} without a code`);
  const tokens = await tokensFor(server, at, application, {
    grant_type: "authorization_code",
    code,
    redirect_uri: callback,
    code_verifier: verifier,
  });
  await userinfo(server, at, tokens);
  return tokens;
}

const verifier = randomBytes(32).toString("base64url");
const challenge = createHash("sha256").update(verifier).digest("base64url");

/** The address of an authorization request. */
export function startOf(at: Endpoints, { clientId }: Application, parameters: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    redirect_uri: callback,
    scope: profileScope,
    state: randomBytes(16).toString("base64url"),
    nonce: randomBytes(16).toString("base64url"),
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...parameters,
  });
  return `${at.origin}${at.authorization}?${query}`;
}

/** Where a browser is sent on to. */
export async function nextOf(browser: Browser, url: string, form?: Record<string, string>): Promise<string> {
  const answer = await browser.visit(url, form === undefined ? {} : formOf(form));
  const location = answer.headers.get("location");
  if (location === null) throw new Error(`no way on from ${url}: ${answer.status} ${await answer.text()}`);
  return location;
}

const formOf = (fields: Record<string, string>) => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams(fields).toString(),
});

async function tokensFor(server: Browser, at: Endpoints, { clientId, secret }: Application, fields: object) {
  const request = formOf({ ...fields });
  const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}`;
  const body = await well(
    server.visit(`${at.origin}${at.token}`, { ...request, headers: { ...request.headers, authorization } }),
  );
  return body as unknown as Tokens;
}

async function stopped(browser: Browser, url: string): Promise<string> {
  const location = await nextOf(browser, url);
  const uid = /\/consent\/([\w-]+)$/.exec(location)?.[1];
  if (uid === undefined) throw new Error(`an entry of the bench was not stopped but sent to ${location}`);
  return uid;
}

async function waitsFor(browser: Browser, uid: string, wanted: string): Promise<void> {
  const { body } = await browser.call("GET /api/oidc/interactions/{uid}", undefined, { pathParameters: { uid } });
  if (body.needs !== wanted) throw new Error(`an entry of the bench needs ${body.needs ?? body.code}, not ${wanted}`);
}

async function consentTo(browser: Browser, uid: string): Promise<string> {
  await waitsFor(browser, uid, "consent");
  const pathParameters = { uid };
  const { body } = await browser.call("POST /api/oidc/interactions/{uid}", { decision: "allow" }, { pathParameters });
  if (body.url === undefined) throw new Error(`a consent of the bench was answered ${body.code}`);
  return body.url;
}

async function well(reply: Promise<Response>): Promise<Record<string, unknown>> {
  const answer = await reply;
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`a request of the bench was answered ${answer.status} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}
