import type { Browser } from "../service/browser.ts";
import { goodPassword } from "../service/people.ts";
import { type Application, type Endpoints, finish, nextOf, offline, startOf, type Tokens } from "./oidc-flows.ts";

/** Where `oidc-provider` has its endpoints by itself. */
export const peerEndpoints = (origin: string): Endpoints => ({
  origin,
  authorization: "/auth",
  token: "/token",
  userinfo: "/me",
});

/** The peer's first entry: login form, consent form, code, token, userinfo. Nine requests, as ours without a captcha. */
export async function peerFirstEntry(
  browser: Browser,
  server: Browser,
  at: Endpoints,
  application: Application,
  account: string,
  parameters: Record<string, string> = {},
): Promise<Tokens> {
  const login = await nextOf(browser, startOf(at, application, parameters));
  const consent = await answered(browser, at, login, { account, password: goodPassword });
  return finish(browser, server, at, application, await resumed(browser, at, consent, {}));
}

/** Signed in at the peer, with a refresh token. */
export const peerOffline = (
  browser: Browser,
  server: Browser,
  at: Endpoints,
  application: Application,
  account: string,
): Promise<Tokens> => peerFirstEntry(browser, server, at, application, account, offline);

/** Looks at a form, sends it, and goes on to the next one. */
async function answered(browser: Browser, at: Endpoints, form: string, fields: Record<string, string>) {
  return nextOf(browser, await resumed(browser, at, form, fields));
}

/** Looks at a form and sends it: where the request goes on. */
async function resumed(browser: Browser, at: Endpoints, form: string, fields: Record<string, string>) {
  const address = new URL(form, at.origin).href;
  await browser.visit(address);
  return new URL(await nextOf(browser, address, fields), at.origin).href;
}
