import { describe, expect, test } from "vitest";
import { rawEvent } from "../service/raw-event.ts";
import { ask, issuer, oidcWorld, signInTo, stopAtConsent } from "./world.ts";

const world = await oidcWorld();
const { browser } = await world.person();
const registered = await world.application();
const party = await world.relyingParty(registered);

const answers: [string, () => Promise<Response>][] = [
  ["discovery", () => world.fetch(`${issuer}/.well-known/openid-configuration`)],
  ["discovery for OAuth", () => world.fetch(`${issuer}/.well-known/oauth-authorization-server`)],
  ["keys", () => world.fetch(`${issuer}/oidc/v1/jwksets`)],
  ["authorization", async () => browser.visit((await ask(party)).url)],
  ["an error page", () => browser.visit("/oidc/v1/azp?client_id=nobody")],
  ["token", () => world.fetch(`${issuer}/oidc/v1/token`, { method: "POST", body: new URLSearchParams({ a: "1" }) })],
  ["userinfo", () => world.fetch(`${issuer}/oidc/v1/userinfo`)],
  ["education record", () => world.fetch(`${issuer}/moeresource/api/v1/oidc/eduinfo`)],
  ["sign-out", () => browser.visit("/oidc/v1/userlogout")],
  ["signed out", () => browser.visit("/oidc/v1/userlogout/success")],
  [
    "a sign-out by form",
    () => browser.visit("/oidc/v1/userlogout", { method: "POST", headers: form, body: "state=1" }),
  ],
  ["nothing", () => browser.visit("/oidc/v1/nothing")],
  [
    "a page that the edge refuses",
    () => browser.visit("/oidc/v1/token", { method: "POST", headers: form, body: "x".repeat(70_000) }),
  ],
];
const form = { "content-type": "application/x-www-form-urlencoded" };

describe("T50: headers of every answer of the protocol", () => {
  test.each(answers)("%s", async (name, get) => {
    const { headers, status } = await get();
    expect(headers.get("strict-transport-security")).toMatch(/max-age=63072000/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    const isPublic = ["discovery", "discovery for OAuth", "keys"].includes(name);
    expect(headers.get("cache-control")).toMatch(isPublic ? /^public, max-age=3600$/ : /no-store/);
    expect([301, 302, 307, 308]).not.toContain(status);
  });

  test("the authorization lets no other site read it, whatever it sends as its origin", async () => {
    const answer = await browser.visit((await ask(party)).url, { headers: { origin: "https://learn.test" } });
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("userinfo lets pages of the application read it, and no others", async () => {
    const { access_token } = await signInTo(party, browser);
    const from = (origin: string) =>
      world.fetch(`${issuer}/oidc/v1/userinfo`, { headers: { origin, authorization: `Bearer ${access_token}` } });
    const own = await from("https://learn.test");
    expect([own.status, own.headers.get("access-control-allow-origin")]).toEqual([200, "https://learn.test"]);
    const others = await from("https://evil.test");
    expect([others.status, others.headers.get("access-control-allow-origin")]).toEqual([400, null]);
  });

  test("addresses are those of the issuer, whatever the client says of host and scheme (T29)", async () => {
    const answer = await world.fetch(`${issuer}/.well-known/openid-configuration`, {
      headers: { "x-forwarded-host": "evil.test", "x-forwarded-proto": "http", forwarded: "host=evil.test" },
    });
    expect(await answer.text()).not.toContain("evil.test");
  });

  test("cookies: one for the request that waits, __Host-, and nothing of the library's", async () => {
    const stranger = world.service.browser();
    const answer = await stranger.visit((await ask(party)).url);
    const set = answer.headers.getSetCookie();
    expect(set).toHaveLength(1);
    expect(set[0]).toMatch(/^__Host-interaction-[\w-]+=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/);
  });

  test("a request that did not come through the edge gets nothing (T29)", async () => {
    const outside = { ...world.service.edge, secret: "guessed" };
    const result = await world.service.invoke(rawEvent(outside, "203.0.113.9", "/oidc/v1/jwksets"));
    expect(result.statusCode).toBe(404);
  });

  test("64 KB is the most; more is refused before it is read (T28)", async () => {
    const post = (body: string) => browser.visit("/oidc/v1/token", { method: "POST", headers: form, body });
    expect((await post("x".repeat(64 * 1024 + 1))).status).toBe(413);
    expect((await post("x".repeat(50 * 1024))).status).toBe(400);
  });
});

describe("the requests that wait in a browser", () => {
  test("are three at most: the oldest goes", async () => {
    const person = await world.person();
    const uids: string[] = [];
    for (let tab = 0; tab < 4; tab += 1) {
      world.advanceBy({ seconds: 1 });
      uids.push(await stopAtConsent(person.browser, (await ask(party)).url));
    }
    const kept = [...person.browser.cookies.keys()].filter((name) => name.startsWith("__Host-interaction-"));
    expect(kept).toEqual(uids.slice(1).map((uid) => `__Host-interaction-${uid}`));
  });

  test("are of that browser only, end after ten minutes, and do not pass for one another", async () => {
    const [one, other] = [await world.person(), await world.person()];
    const uid = await stopAtConsent(one.browser, (await ask(party)).url);
    const second = await stopAtConsent(one.browser, (await ask(party)).url);
    const look = async (browser: typeof one.browser, id = uid) =>
      (await browser.call("GET /api/oidc/interactions/{uid}", undefined, { pathParameters: { uid: id } })).status;
    expect(await look(other.browser)).toBe(409);
    expect((await other.browser.visit(`/oidc/v1/azp/${uid}`)).status).toBe(400);
    const name = (id: string) => `__Host-interaction-${id}`;
    const swapped = one.browser.copy();
    swapped.cookies.set(name(uid), one.browser.cookies.get(name(second)) ?? "");
    expect(await look(swapped)).toBe(409);
    world.advanceBy({ seconds: 599 });
    expect(await look(one.browser)).toBe(200);
    world.advanceBy({ seconds: 1 });
    expect(await look(one.browser)).toBe(409);
    expect((await one.browser.visit(`/oidc/v1/azp/${uid}`)).status).toBe(400);
  });

  test("are not decided without the page's token, nor by the decision of somebody else (T22)", async () => {
    const [one, other] = [await world.person(), await world.person()];
    await signInTo(party, other.browser);
    const uid = await stopAtConsent(one.browser, (await ask(party, { prompt: "consent" })).url);
    const decide = (browser: typeof one.browser) =>
      browser.call("POST /api/oidc/interactions/{uid}", { decision: "allow" }, { pathParameters: { uid } });
    const forged = one.browser.copy();
    forged.csrfToken = "x";
    expect((await decide(forged)).body.code).toBe("wrong-csrf-token");
    const reply = await decide(one.browser);
    expect(reply.status).toBe(200);
    // The same browser, but now it is another person's, who allowed the application before and is to be asked again.
    for (const [cookie, value] of other.browser.cookies) one.browser.cookies.set(cookie, value);
    const answer = await one.browser.visit(reply.body.url);
    expect(answer.headers.get("location")).toMatch(/^\/consent\//);
  });
});
