import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSignedIn } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { allRows } from "../service/rows.ts";
import { rowsOf } from "./rows.ts";
import { ask, issuer, oidcWorld, signInTo, walk } from "./world.ts";

const world = await oidcWorld();
const endpoint = `${issuer}/oidc/v1/userlogout`;
const after = "https://learn.test/signed-out";

/** Somebody signed in to an application that has a place to come back to. */
async function signedIn() {
  const party = await world.relyingParty(await world.application({ postLogoutRedirectUris: [after] }));
  const person = await world.person();
  const tokens = await signInTo(party, person.browser);
  return { party, person, hint: tokens.id_token ?? "" };
}

const address = (parameters: Record<string, string>) => `${endpoint}?${new URLSearchParams(parameters)}`;

/** Presses a button of the page: its form, sent by the browser. */
async function press(browser: Browser, page: Response, logout: boolean): Promise<Response> {
  const html = await page.text();
  const xsrf = /name="xsrf" value="([0-9a-f]+)"/.exec(html)?.[1] ?? "";
  return browser.visit(`${endpoint}/confirm`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: issuer },
    body: new URLSearchParams({ xsrf, ...(logout ? { logout: "yes" } : {}) }).toString(),
  });
}

describe("an application asks for the sign-out (T40)", () => {
  test("the person is asked, then signed out here, brought back with the state, and the others are to be told", async () => {
    const { person, party, hint } = await signedIn();
    const page = await person.browser.visit(
      address({ id_token_hint: hint, post_logout_redirect_uri: after, state: "s 1" }),
    );
    expect(page.status).toBe(200);
    expect(await isSignedIn(person.browser)).toBe(true);
    const done = await press(person.browser, page, true);
    expect([done.status, done.headers.get("location")]).toEqual([303, `${after}?state=s+1`]);
    expect(await isSignedIn(person.browser)).toBe(false);
    const back = await walk(person.browser, (await ask(party, { prompt: "none" })).url);
    expect(back.searchParams.get("error")).toBe("login_required");
  });

  test("who would rather stay stays signed in, also at the application", async () => {
    const { person, party, hint } = await signedIn();
    const page = await person.browser.visit(address({ id_token_hint: hint, post_logout_redirect_uri: after }));
    await press(person.browser, page, false);
    expect(await isSignedIn(person.browser)).toBe(true);
    await signInTo(party, person.browser, { prompt: "none" });
  });

  test.each([
    ["nothing", {}],
    ["a state only", { state: "s1" }],
    ["a place nobody vouches for", { post_logout_redirect_uri: after, state: "s1" }],
  ])("%s: asks, and ends on our own page", async (_, parameters) => {
    const { person } = await signedIn();
    const page = await person.browser.visit(address(parameters));
    expect(page.status).toBe(200);
    const done = await press(person.browser, page, true);
    expect(done.headers.get("location")).toBe(`${endpoint}/success`);
    expect(await (await person.browser.visit(`${endpoint}/success`)).text()).toContain("您已登出");
    expect(await isSignedIn(person.browser)).toBe(false);
  });

  test.each([
    [
      "a place that is not registered",
      (hint: string) => ({ id_token_hint: hint, post_logout_redirect_uri: `${after}/x` }),
    ],
    [
      "a registered place with a query added",
      (hint: string) => ({ id_token_hint: hint, post_logout_redirect_uri: `${after}?x=1` }),
    ],
    ["a hint that is none", () => ({ id_token_hint: "x", post_logout_redirect_uri: after })],
    [
      "a hint with another signature",
      (hint: string) => ({ id_token_hint: `${hint.slice(0, -6)}AAAAAA`, post_logout_redirect_uri: after }),
    ],
    ["a hint signed by nobody", (hint: string) => ({ id_token_hint: unsigned(hint), post_logout_redirect_uri: after })],
  ])("%s: an error page, no redirect, still signed in", async (_, parametersOf) => {
    const { person, hint } = await signedIn();
    const page = await person.browser.visit(address(parametersOf(hint)));
    expect([page.status, page.headers.get("location")]).toEqual([400, null]);
    expect(await isSignedIn(person.browser)).toBe(true);
  });

  test("a confirmation from elsewhere is refused: no secret, or the secret of another browser (T22)", async () => {
    const { person } = await signedIn();
    const thief = await signedIn();
    const theirs = await thief.person.browser.visit(address({}));
    const done = await press(person.browser, theirs, true);
    expect(done.status).toBe(400);
    await person.browser.visit(address({}));
    const forged = await person.browser.visit(`${endpoint}/confirm`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "logout=yes&xsrf=",
    });
    expect(forged.status).toBe(400);
    expect(await isSignedIn(person.browser)).toBe(true);
  });

  test("somebody who is not signed in any more comes to the page that says so", async () => {
    const { hint } = await signedIn();
    const stranger = world.service.browser();
    const page = await stranger.visit(address({ id_token_hint: hint, post_logout_redirect_uri: after }));
    // The page sends itself: its script is the one that may run there.
    const script = /<script>(.*)<\/script>/s.exec(await page.clone().text())?.[1] ?? "";
    const hash = createHash("sha256").update(script).digest("base64");
    expect(page.headers.get("content-security-policy")).toContain(`script-src 'sha256-${hash}'`);
    const done = await press(stranger, page, true);
    expect(done.headers.get("location")).toBe(after);
  });

  test("a sign-out is written down for those who are told of it, once (T41)", async () => {
    const { person } = await signedIn();
    const page = await person.browser.visit(address({}));
    await press(person.browser, page, true);
    const rows = await allRows(world.service.prefix);
    const asked = rows.filter((row) => row.startsWith("logouts ") && row.includes(person.userId));
    expect(asked).toHaveLength(1);
    expect(await rowsOf(world.service, "sessions", "userId", person.userId)).toHaveLength(0);
  });
});

/** The same claims under `alg: none`. */
function unsigned(hint: string): string {
  const header = Buffer.from('{"alg":"none"}').toString("base64url");
  return `${header}.${hint.split(".")[1]}.`;
}
