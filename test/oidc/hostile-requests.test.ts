import { describe, expect, test } from "vitest";
import type { Browser } from "../service/browser.ts";
import { ask, issuer, oidcWorld, signInTo, walk } from "./world.ts";

const world = await oidcWorld();
const endpoint = `${issuer}/oidc/v1/userlogout`;
const after = "https://learn.test/signed-out";
const form = { "content-type": "application/x-www-form-urlencoded" };

const headerOf = (browser: Browser) => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
/** Text that no packing makes shorter. */
const noise = (length: number) => world.service.random(length).slice(0, length * 2);

describe("a page that fills its visitors' cookies", () => {
  test("fills no more than 6,000 bytes with what waits and a sign-out, so that the gateway still answers (T28)", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    for (let waiting = 0; waiting < 4; waiting += 1) {
      for (const length of [750, 700, 650, 600, 550, 500, 450]) {
        world.advanceBy({ seconds: 1 });
        const { status } = await browser.visit((await ask(party, { state: noise(length), prompt: "login" })).url);
        if (status === 303) break;
      }
    }
    for (const length of [700, 500, 300, 250, 200]) {
      const { status } = await browser.visit(`${endpoint}?state=${noise(length)}`);
      if (status === 200) break;
    }
    expect(browser.cookies.get("__Host-logout")).toBeDefined();
    expect(headerOf(browser)).toContain("__Host-interaction-");
    expect(headerOf(browser).length).toBeLessThan(6_000);
  });

  test("leaves the newest request that waits, and three ordinary ones (T28)", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const claims = JSON.stringify({ userinfo: { email: { essential: true } }, id_token: { acr: null } });
    for (let tab = 0; tab < 3; tab += 1) {
      world.advanceBy({ seconds: 1 });
      await browser.visit((await ask(party, { claims, login_hint: "somebody@mail.test" })).url);
    }
    const waiting = () => [...browser.cookies.keys()].filter((name) => name.startsWith("__Host-interaction-"));
    expect(waiting()).toHaveLength(3);
    world.advanceBy({ seconds: 1 });
    const long = await ask(party, { state: noise(500) });
    const back = await walk(browser, long.url);
    expect(back.searchParams.get("state")).toBe(new URL(long.url).searchParams.get("state"));
  });

  test.each([
    ["long", "s".repeat(3_000), true],
    ["long and without any pattern", noise(1_500), false],
  ])(
    "a state that is %s comes back from the sign-out, or is refused before the page (T40)",
    async (_, state, works) => {
      const party = await world.relyingParty(await world.application({ postLogoutRedirectUris: [after] }));
      const { browser } = await world.person();
      const { id_token: hint = "" } = await signInTo(party, browser);
      const asked = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: after, state });
      const page = await browser.visit(`${endpoint}?${asked}`);
      const html = await page.text();
      if (!works) {
        expect([page.status, html.includes("invalid_request")]).toEqual([400, true]);
        expect(browser.cookies.get("__Host-logout")).toBeUndefined();
        return;
      }
      const xsrf = /name="xsrf" value="([0-9a-f]+)"/.exec(html)?.[1] ?? "";
      const done = await browser.visit(`${endpoint}/confirm`, {
        method: "POST",
        headers: { ...form, origin: issuer },
        body: new URLSearchParams({ xsrf, logout: "yes" }).toString(),
      });
      expect([done.status, done.headers.get("location")]).toEqual([303, `${after}?state=${state}`]);
    },
  );
});

describe("a client id that none can be", () => {
  test.each([
    ["of 1,100 letters", "a".repeat(1_100)],
    ["of 3,000 letters", "a".repeat(3_000)],
    ["with a NUL", "a\0b"],
    ["of nothing", ""],
  ])("%s is unknown wherever it is sent, and no fault of ours (T28)", async (_, clientId) => {
    const { browser } = await world.person();
    const stranger = world.service.browser();
    const asked = new URLSearchParams({ client_id: clientId, response_type: "code", scope: "openid" });
    const grant = { grant_type: "authorization_code", code: "x" };
    const post = (fields: Record<string, string>, headers = {}) =>
      stranger.visit(`${issuer}/oidc/v1/token`, {
        method: "POST",
        headers: { ...form, ...headers },
        body: new URLSearchParams({ ...grant, ...fields }).toString(),
      });
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:x`).toString("base64");
    const answers = await Promise.all([
      browser.visit(`${issuer}/oidc/v1/azp?${asked}`),
      stranger.visit(`${issuer}/oidc/v1/azp?${asked}`),
      post({ client_id: clientId, client_secret: "x" }),
      post({}, { authorization: `Basic ${basic}` }),
      stranger.visit(`${endpoint}?${asked}`),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.slice(0, 4).filter(({ status }) => status < 400)).toEqual([]);
  });
});
