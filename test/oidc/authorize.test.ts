import { createHash } from "node:crypto";
import * as rp from "openid-client";
import { describe, expect, test } from "vitest";
import { ask, issuer, oidcWorld, redeem, signInTo, stopAtConsent, walk } from "./world.ts";

const world = await oidcWorld();
const azp = `${issuer}/oidc/v1/azp`;
const verifier = "v".repeat(43);
const challenge = createHash("sha256").update(verifier).digest("base64url");

const anybody = await world.person();

/** An authorization request as its parameters say, right or wrong; `undefined` leaves one out. */
async function requestOf(fields: Parameters<typeof world.application>[0] = {}) {
  const registered = await world.application(fields);
  const url = (changed: Record<string, string | undefined> = {}) => {
    const parameters = {
      client_id: registered.clientId,
      redirect_uri: registered.redirectUri,
      response_type: "code",
      scope: "openid",
      state: "s1",
      code_challenge: challenge,
      code_challenge_method: "S256",
      ...changed,
    };
    const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    return `${azp}?${new URLSearchParams(given)}`;
  };
  return { registered, person: anybody, url };
}

describe("redirect_uri is compared sign by sign (T30)", () => {
  const registered = "https://learn.test/a/callback";

  test.each([
    ["another case", "https://learn.test/a/Callback"],
    ["another host case", "https://LEARN.test/a/callback"],
    ["dots", "https://learn.test/a/b/../callback"],
    ["encoded dots", "https://learn.test/a/%2e%2e/a/callback"],
    ["an encoded letter", "https://learn.test/a/c%61llback"],
    ["a user", "https://learn.test@evil.test/a/callback"],
    ["a user of the right host", "https://x@learn.test/a/callback"],
    ["a fragment", `${registered}#x`],
    ["an added query", `${registered}?x=1`],
    ["a slash at the end", `${registered}/`],
    ["the default port said", "https://learn.test:443/a/callback"],
    ["another port", "https://learn.test:8443/a/callback"],
    ["another scheme", "http://learn.test/a/callback"],
    ["a longer host", "https://learn.test.evil.test/a/callback"],
    ["punycode", "https://xn--lern-5qa.test/a/callback"],
    ["a backslash", "https://evil.test\\@learn.test/a/callback"],
    ["a space at the end", `${registered} `],
    ["a script", "javascript:alert(1)"],
    ["nothing", ""],
  ])("%s: an error page, no redirect", async (_, redirect_uri) => {
    const { url, person } = await requestOf({ redirectUris: [registered] });
    const answer = await person.browser.visit(url({ redirect_uri }));
    expect(answer.status).toBe(400);
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.headers.get("content-type")).toContain("text/html");
  });

  test("left out or given twice: an error page too", async () => {
    const { url, person } = await requestOf();
    for (const address of [url({ redirect_uri: undefined }), `${url()}&redirect_uri=https%3A%2F%2Fevil.test%2F`]) {
      const answer = await person.browser.visit(address);
      expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    }
  });

  test("an application nobody registered: an error page", async () => {
    const { url, person } = await requestOf();
    const answer = await person.browser.visit(url({ client_id: "nobody" }));
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    expect(await answer.text()).toContain("無法繼續登入");
  });

  test("only the port of a loopback address of an application without a secret may be another (RFC 8252 7.3)", async () => {
    const native = await requestOf({
      redirectUris: ["http://127.0.0.1:1234/back"],
      tokenEndpointAuthMethod: "none",
    });
    const port = await native.person.browser.visit(native.url({ redirect_uri: "http://127.0.0.1:5678/back" }));
    expect(port.headers.get("location")).toMatch(/^\/consent\//);
    const path = await native.person.browser.visit(native.url({ redirect_uri: "http://127.0.0.1:5678/other" }));
    expect(path.status).toBe(400);
    const confidential = await requestOf({ redirectUris: ["http://127.0.0.1:1234/back"] });
    const other = await confidential.person.browser.visit(
      confidential.url({ redirect_uri: "http://127.0.0.1:5678/back" }),
    );
    expect(other.status).toBe(400);
  });
});

describe("PKCE (T32)", () => {
  test.each([
    ["no challenge", { code_challenge: undefined, code_challenge_method: undefined }],
    ["plain", { code_challenge: verifier, code_challenge_method: "plain" }],
    ["no method, which means plain", { code_challenge_method: undefined }],
    ["a method without a challenge", { code_challenge: undefined }],
    ["a challenge of 42 signs", { code_challenge: "c".repeat(42) }],
    ["a challenge of 129 signs", { code_challenge: "c".repeat(129) }],
    ["a challenge with other signs", { code_challenge: `${"c".repeat(42)}+` }],
  ])("%s is refused at the authorization", async (_, changed) => {
    const { url, person } = await requestOf();
    const back = await walk(person.browser, url(changed));
    expect(back.searchParams.get("error")).toBe("invalid_request");
    expect(back.searchParams.get("iss")).toBe(issuer);
  });

  test.each([
    ["the right verifier", verifier, 200],
    ["none", undefined, 400],
    ["another one", "w".repeat(43), 400],
    ["42 signs", "v".repeat(42), 400],
    ["129 signs", "v".repeat(129), 400],
  ])("%s at the token endpoint", async (_, code_verifier, status) => {
    const { url, person, registered } = await requestOf();
    const back = await walk(person.browser, url());
    const reply = await world.token(registered, {
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: registered.redirectUri,
      ...(code_verifier === undefined ? {} : { code_verifier }),
    });
    expect(reply.status).toBe(status);
  });

  test("a verifier without a challenge before is refused, for an application that need not use it (C9)", async () => {
    const { url, person, registered } = await requestOf({ requirePkce: false });
    const bare = { code_challenge: undefined, code_challenge_method: undefined };
    const token = (back: URL, more: Record<string, string>) =>
      world.token(registered, {
        grant_type: "authorization_code",
        code: back.searchParams.get("code") ?? "",
        redirect_uri: registered.redirectUri,
        ...more,
      });
    expect((await token(await walk(person.browser, url(bare)), { code_verifier: verifier })).status).toBe(400);
    expect((await token(await walk(person.browser, url(bare)), {})).status).toBe(200);
  });
});

describe("the authorization answer", () => {
  test("names its issuer in success and in error (T33, RFC 9207)", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const allowed = await walk(browser, (await ask(party)).url);
    expect([allowed.searchParams.get("iss"), allowed.searchParams.has("code")]).toEqual([issuer, true]);
    const refused = await walk(browser, (await ask(party, { prompt: "consent" })).url, "refuse");
    expect(Object.fromEntries(refused.searchParams)).toMatchObject({ iss: issuer, error: "access_denied" });
  });

  test.each([
    ["response_type", { response_type: "token" }, "unsupported_response_type"],
    ["a response_type with an ID token", { response_type: "code id_token" }, "unsupported_response_type"],
    ["a request object", { request: "eyJhbGciOiJub25lIn0.e30." }, "request_not_supported"],
    ["a request_uri", { request_uri: "https://learn.test/request.jwt" }, "request_uri_not_supported"],
    ["a registration", { registration: "{}" }, "registration_not_supported"],
    ["an unknown prompt", { prompt: "create" }, "invalid_request"],
    ["a scope the application does not have", { scope: "openid personid" }, "invalid_scope"],
    [
      "an essential acr of another place",
      { claims: '{"id_token":{"acr":{"essential":true,"value":"urn:x"}}}' },
      "unmet_authentication_requirements",
    ],
    [
      "a request too long to be kept",
      {
        state: Array.from({ length: 4_000 }, (_, i) => (i * 7919).toString(36))
          .join("")
          .slice(0, 6_000),
        prompt: "consent",
      },
      "invalid_request",
    ],
  ])("%s is refused to the application by its name", async (_, changed, error) => {
    const { url, person } = await requestOf();
    const back = await walk(person.browser, url(changed));
    // A response type that would have given tokens in the fragment is refused there.
    const told = new URLSearchParams(back.hash === "" ? back.search : back.hash.slice(1));
    expect([told.get("error"), told.get("iss")]).toEqual([error, issuer]);
  });

  test("unknown parameters, scopes and hints are passed over", async () => {
    const { url, person } = await requestOf();
    const back = await walk(
      person.browser,
      url({ scope: "openid something", extra: "1", display: "popup", ui_locales: "zh-TW", login_hint: "wang" }),
    );
    expect(back.searchParams.has("code")).toBe(true);
  });

  test("by form_post the page sends itself: its one script is named by its hash (T50)", async () => {
    const { url, person, registered } = await requestOf();
    await walk(person.browser, url());
    const page = await person.browser.visit(url({ response_mode: "form_post" }));
    const html = await page.text();
    expect(html).toContain(`action="${registered.redirectUri}"`);
    expect(html).toMatch(/name="code" value="[\w-]{43}"/);
    const hash = createHash("sha256")
      .update(/<script>(.*)<\/script>/s.exec(html)?.[1] ?? "")
      .digest("base64");
    expect(page.headers.get("content-security-policy")).toContain(`script-src 'sha256-${hash}'`);
    expect(page.headers.get("cache-control")).toBe("no-store");
  });

  test("a POST from the application's page works: it comes again by GET, with our cookies (T50: 303)", async () => {
    const { url, person } = await requestOf();
    const [, query = ""] = url().split("?");
    const stranger = world.service.browser();
    const answer = await stranger.visit(azp, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://learn.test" },
      body: query,
    });
    expect(answer.status).toBe(303);
    const back = await walk(person.browser, answer.headers.get("location") ?? "");
    expect(back.searchParams.has("code")).toBe(true);
  });
});

describe("prompt and max_age", () => {
  test("prompt=none: login_required for nobody, consent_required without consent, silent with it", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const silent = async (who: typeof browser) =>
      (await walk(who, (await ask(party, { prompt: "none" })).url)).searchParams.get("error");
    expect(await silent(world.service.browser())).toBe("login_required");
    expect(await silent(browser)).toBe("consent_required");
    await signInTo(party, browser);
    expect(await silent(browser)).toBeNull();
  });

  test("prompt=login waits for a password given since it was asked, and auth_time is of then", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const first = await signInTo(party, browser);
    world.advanceBy({ seconds: 20 });
    const asked = await ask(party, { prompt: "login" });
    const uid = await stopAtConsent(browser, asked.url);
    const needs = async () =>
      (await browser.call("GET /api/oidc/interactions/{uid}", undefined, { pathParameters: { uid } })).body.needs;
    expect(await needs()).toBe("sign-in");
    const early = await browser.call(
      "POST /api/oidc/interactions/{uid}",
      { decision: "go-on" },
      { pathParameters: { uid } },
    );
    expect(early.body.code).toBe("not-signed-in");
    world.advanceBy({ seconds: 5 });
    await world.signInAgain(browser);
    expect(await needs()).toBe("go-on");
    const reply = await browser.call(
      "POST /api/oidc/interactions/{uid}",
      { decision: "go-on" },
      { pathParameters: { uid } },
    );
    const second = await redeem(party, await walk(browser, reply.body.url), asked);
    expect(Number(second.claims()?.auth_time)).toBe(Number(first.claims()?.auth_time) + 25);
    expect(second.claims()?.sub).toBe(first.claims()?.sub);
  });

  test("max_age: an older sign-in waits for a new one, a younger one goes through", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    await signInTo(party, browser);
    world.advanceBy({ seconds: 10 });
    expect((await signInTo(party, browser, { max_age: "10000" })).claims()).toHaveProperty("auth_time");
    await expect(stopAtConsent(browser, (await ask(party, { max_age: "1" })).url)).resolves.toBeTypeOf("string");
  });

  test("id_token_hint: silent for the same person, never for another one", async () => {
    const party = await world.relyingParty(await world.application());
    const [one, other] = [await world.person(), await world.person()];
    const hint = (await signInTo(party, one.browser)).id_token ?? "";
    await signInTo(party, other.browser);
    const silent = async (browser: typeof one.browser) =>
      (await walk(browser, (await ask(party, { prompt: "none", id_token_hint: hint })).url)).searchParams.get("error");
    expect(await silent(one.browser)).toBeNull();
    expect(await silent(other.browser)).toBe("login_required");
  });

  test("claims asked for one by one are given after consent to the scope they belong to, at the place they were asked for", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser, accountName } = await world.person();
    const claims = { id_token: { preferred_username: null }, userinfo: { name: { essential: true }, personid: null } };
    const tokens = await signInTo(party, browser, { scope: "openid", claims: JSON.stringify(claims) });
    expect(tokens.claims()).toMatchObject({ preferred_username: accountName });
    const info = await rp.fetchUserInfo(party.config, tokens.access_token, tokens.claims()?.sub ?? "");
    expect(Object.keys(info).toSorted()).toEqual(["name", "sub"]);
  });
});
