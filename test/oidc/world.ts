import * as rp from "openid-client";
import { afterAll, vi } from "vitest";
import { dynamoApplications } from "../../functions/adapters/applications.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import type { ApplicationFile } from "../../functions/contract/applications.ts";
import { applicationFile } from "../../functions/contract/applications.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { type Browser, userIdIn } from "../service/browser.ts";
import type { TestClock } from "../service/clock.ts";
import { signIn, withAccount } from "../service/people.ts";
import { type PartsOptions, type Service, type ServiceOptions, startService } from "../service/service.ts";

export const issuer = "https://account.test";
export const callback = "https://learn.test/callback";

const words = (text: string) => ({ "zh-TW": text, en: text });

/** The service with the OpenID provider. One a test file. */
export const oidcWorld = async (options: ServiceOptions & PartsOptions = {}) => worldOver(await startService(options));

/** A service that runs, as applications meet it: the library's time is the test's, and stands still until a test moves it. */
export function worldOver(service: Service) {
  const { clock } = service;
  const names = new Map<Browser, string>();
  vi.useFakeTimers({ toFake: ["Date"], now: clock.now() });
  afterAll(() => void vi.useRealTimers());
  const applications = dynamoApplications(
    partsOf(readSettings(service.environment), { environment: {}, clock, ids: systemIds }),
  );

  return {
    service,
    clock,
    advanceBy(span: Parameters<TestClock["advanceBy"]>[0]) {
      clock.advanceBy(span);
      vi.setSystemTime(clock.now());
    },

    /** Registers an application; what is not said is as most have it. */
    async application(fields: Partial<ApplicationFile> = {}): Promise<RegisteredFor> {
      const application = applicationFile.parse({
        clientId: `app-${service.random(4)}`,
        name: words("學習平臺"),
        owner: { name: "測試學會", contact: "owner@learn.test" },
        redirectUris: [callback],
        scopes: {
          openid: words("登入"),
          profile: words("顯示您的姓名"),
          email: words("寄通知給您"),
          eduinfo: words("找到您的班級"),
        },
        ...fields,
      } satisfies ApplicationFile);
      const secret = await applications.save(application, { operator: "test" });
      return { clientId: application.clientId, secret, redirectUri: application.redirectUris[0] ?? callback };
    },

    /** A person with an account, signed in in a browser of their own. */
    async person() {
      const { accountName, person, email } = await withAccount(service);
      const browser = service.browser();
      names.set(browser, accountName);
      const { status } = await signIn(browser, accountName);
      if (status !== 200) throw new Error(`${accountName} did not get in: ${status}`);
      return { browser, accountName, person, email, userId: userIdIn(browser) };
    },

    /** The password once more: a new session in the same browser. */
    async signInAgain(browser: Browser) {
      const { status } = await signIn(browser, names.get(browser) ?? "");
      if (status !== 200) throw new Error(`the second sign-in was refused: ${status}`);
    },

    /** A server that speaks HTTP to the service: no cookies, an address of its own. */
    fetch: serverFetch(service.browser("198.18.0.1")),

    /** The token endpoint, asked directly: for what a good application never sends. */
    async token({ clientId, secret }: RegisteredFor, fields: Record<string, string>) {
      const basic = Buffer.from(`${clientId}:${secret}`).toString("base64");
      const answer = await this.fetch(`${issuer}/oidc/v1/token`, {
        method: "POST",
        ...(secret === undefined ? {} : { headers: { authorization: `Basic ${basic}` } }),
        body: new URLSearchParams(secret === undefined ? { client_id: clientId, ...fields } : fields),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },

    /** The application as a program: `openid-client` with what it was registered as. */
    async relyingParty({ clientId, secret, redirectUri }: RegisteredFor, auth?: rp.ClientAuth) {
      const config = await rp.discovery(
        new URL(issuer),
        clientId,
        secret,
        auth ?? (secret ? rp.ClientSecretBasic(secret) : rp.None()),
        {
          [rp.customFetch]: this.fetch,
        },
      );
      return { config, redirectUri };
    },
  };
}

export type World = ReturnType<typeof worldOver>;
export type RelyingParty = Awaited<ReturnType<World["relyingParty"]>>;
export interface RegisteredFor {
  readonly clientId: string;
  readonly secret: string | undefined;
  readonly redirectUri: string;
}

/** What `fetch` is to a server, over the service. */
export function serverFetch(server: Browser) {
  return async (
    url: string | URL,
    options: { method?: string; headers?: unknown; body?: unknown } = {},
  ): Promise<Response> => {
    const { method, headers, body } = options;
    return server.visit(String(url), {
      ...(method === undefined ? {} : { method }),
      headers: {
        ...(body instanceof URLSearchParams
          ? { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" }
          : {}),
        ...Object.fromEntries(new Headers(headers as Record<string, string> | undefined)),
      },
      ...(body === undefined || body === null ? {} : { body: String(body) }),
    });
  };
}

export interface Asked {
  readonly url: string;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** An authorization request as a good application makes it. */
export async function ask(
  { config, redirectUri }: RelyingParty,
  parameters: Record<string, string> = {},
): Promise<Asked> {
  const [verifier, state, nonce] = [rp.randomPKCECodeVerifier(), rp.randomState(), rp.randomNonce()];
  const url = rp.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: "openid profile",
    state,
    nonce,
    code_challenge: await rp.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...parameters,
  });
  return { url: url.href, verifier, state, nonce };
}

export type Decision = "allow" | "go-on" | "refuse";

/**
 * The browser at an authorization request: through the consent page as often as it is asked there, with this decision (or what the page
 * needs: `allow` for consent, `go-on` for nothing), until it comes back to the application. Gives the application's address.
 */
export async function walk(browser: Browser, url: string, decision?: Decision): Promise<URL> {
  let at = url;
  for (let steps = 0; steps < 6; steps += 1) {
    const answer = await browser.visit(at);
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`no way on from ${at}: ${answer.status} ${await answer.text()}`);
    const next = new URL(location, issuer);
    if (next.origin !== issuer) return next;
    const uid = /^\/consent\/([\w-]+)$/.exec(next.pathname)?.[1];
    if (uid === undefined) {
      at = next.href;
      continue;
    }
    const { needs } = await waiting(browser, uid);
    const reply = await decideOn(browser, uid, decision ?? (needs === "consent" ? "allow" : "go-on"));
    if (reply.status !== 200) throw new Error(`the page needs ${needs}: ${reply.status} ${reply.body.code}`);
    at = reply.body.url;
  }
  throw new Error("the consent page came again and again");
}

/** What the consent page is told. */
export const waiting = async (browser: Browser, uid: string) =>
  (await browser.call("GET /api/oidc/interactions/{uid}", undefined, { pathParameters: { uid } })).body;

export const decideOn = (browser: Browser, uid: string, decision: Decision) =>
  browser.call("POST /api/oidc/interactions/{uid}", { decision }, { pathParameters: { uid } });

/** Where an authorization request leads that stops at the consent page: its id. */
export async function stopAtConsent(browser: Browser, url: string): Promise<string> {
  const answer = await browser.visit(url);
  const uid = /^\/consent\/([\w-]+)$/.exec(answer.headers.get("location") ?? "")?.[1];
  if (uid === undefined) throw new Error(`it did not stop: ${answer.status} ${answer.headers.get("location")}`);
  return uid;
}

/** The whole flow: the tokens, checked as openid-client checks them. */
export async function signInTo(party: RelyingParty, browser: Browser, parameters: Record<string, string> = {}) {
  const asked = await ask(party, parameters);
  const back = await walk(browser, asked.url);
  return redeem(party, back, asked);
}

export const redeem = (party: RelyingParty, back: URL, { verifier, state, nonce }: Asked) =>
  rp.authorizationCodeGrant(party.config, back, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
