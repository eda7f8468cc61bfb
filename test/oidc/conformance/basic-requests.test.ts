import { UnsecuredJWT } from "jose";
import * as rp from "openid-client";
import { afterAll, describe, expect, test } from "vitest";
import { acrValues } from "../../../functions/contract/oidc.ts";
import { openSampleServer } from "../../../lib/local/sample-server.ts";
import { issuer, walk } from "../world.ts";
import { changedUrl, complete, conformanceWorld, expectErrorPage, finish, send } from "./conformance-world.ts";

const world = await conformanceWorld();
const { browser } = world.someone;
const registered = await world.application();
const party = await world.relyingParty(registered);
const words = { "zh-TW": "測試", en: "Test" };

/** The very same person and sign-in; the suite looks at both. */
const who = (tokens: Awaited<ReturnType<typeof complete>>) => [tokens.claims()?.sub, tokens.claims()?.auth_time];

describe("parameters that need not change anything", () => {
  test("oidcc-display-page: no error", async () => {
    await complete(party, browser, { display: "page" });
  });

  test("oidcc-display-popup: no error", async () => {
    await complete(party, browser, { display: "popup" });
  });

  test("oidcc-ui-locales: a language that is not ours is no error", async () => {
    await complete(party, browser, { ui_locales: "se" });
  });

  test("oidcc-claims-locales: a language that is not ours is no error", async () => {
    await complete(party, browser, { claims_locales: "se" });
  });

  test("oidcc-login-hint: a hint of nobody is no error", async () => {
    await complete(party, browser, { login_hint: "buffy@account.test" });
  });

  test("oidcc-ensure-request-with-unknown-parameter-succeeds: passed over", async () => {
    await complete(party, browser, { extra: "foobar" });
  });

  test("oidcc-ensure-request-with-acr-values-succeeds: of what is offered, one is in the ID token", async () => {
    const { acr_values_supported: offered } = await world.metadata();
    expect(offered).toEqual(Object.values(acrValues));
    const tokens = await complete(party, browser, { acr_values: (offered as string[]).join(" ") });
    expect(offered).toContain(tokens.claims()?.acr);
  });
});

describe("prompt, max_age and id_token_hint", () => {
  test("oidcc-prompt-login: a second sign-in is asked for, and its time is told", async () => {
    const first = await complete(party, browser);
    world.advanceBy({ seconds: 1 });
    const sent = send(party, { prompt: "login" });
    const second = await finish(party, await world.signInWhenAsked(browser, sent.url), sent);
    expect(second.claims()?.sub).toBe(first.claims()?.sub);
    expect(second.claims()?.auth_time).toBe(Number(first.claims()?.auth_time) + 1);
  });

  test("oidcc-prompt-none-not-logged-in: login_required", async () => {
    const sent = send(party, { prompt: "none" });
    const back = await walk(world.service.browser(), sent.url);
    const told = Object.fromEntries(back.searchParams);
    expect(told).toMatchObject({ error: "login_required", state: sent.state, iss: issuer });
  });

  test("oidcc-prompt-none-logged-in: silent, for the same person and sign-in", async () => {
    const first = await complete(party, browser);
    world.advanceBy({ seconds: 1 });
    expect(who(await complete(party, browser, { prompt: "none" }))).toEqual(who(first));
  });

  test("oidcc-max-age-1: an older sign-in is asked for again, and its time is told", async () => {
    const first = await complete(party, browser);
    world.advanceBy({ seconds: 2 });
    const sent = send(party, { max_age: "1" });
    const second = await finish(party, await world.signInWhenAsked(browser, sent.url), sent, 1);
    expect(second.claims()?.auth_time).toBeGreaterThan(Number(first.claims()?.auth_time) + 1);
  });

  test("oidcc-max-age-10000: a younger sign-in is not", async () => {
    const first = await complete(party, browser);
    world.advanceBy({ seconds: 2 });
    const sent = send(party, { max_age: "10000" });
    const answer = await browser.visit(sent.url);
    const back = new URL(answer.headers.get("location") ?? "");
    expect(who(await finish(party, back, sent, 10_000))).toEqual(who(first));
  });

  test("oidcc-id-token-hint: silent for whom the hint is of", async () => {
    const first = await complete(party, browser);
    world.advanceBy({ seconds: 1 });
    const hinted = { prompt: "none", id_token_hint: first.id_token ?? "" };
    expect(who(await complete(party, browser, hinted))).toEqual(who(first));
  });
});

/** A code used twice, and what the first use gave. */
async function useTwice(secondsBetween: number) {
  const back = await walk(browser, send(party).url);
  const redeem = () =>
    world.token(registered, {
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: registered.redirectUri,
    });
  const first = await redeem();
  const token = String(first.body.access_token);
  expect((await world.userinfo(token)).status).toBe(200);
  world.advanceBy({ seconds: secondsBetween });
  return { second: await redeem(), token };
}

describe("a code that comes twice (T31)", () => {
  test("oidcc-codereuse: invalid_grant, and what the first use gave is revoked", async () => {
    const { second, token } = await useTwice(0);
    expect(second).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect((await world.userinfo(token)).status).toBe(401);
  });

  test("oidcc-codereuse-30seconds: the same half a minute later", async () => {
    const { second, token } = await useTwice(30);
    expect(second).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect((await world.userinfo(token)).status).toBe(401);
  });
});

describe("how a request comes", () => {
  test("oidcc-ensure-registered-redirect-uri: an error page for another address, no redirect (T30)", async () => {
    const url = changedUrl(send(party).url, { redirect_uri: `${registered.redirectUri}/other` });
    await expectErrorPage(await browser.visit(url));
  });

  test("oidcc-ensure-post-request-succeeds: by a form of another site, without our cookies (T50)", async () => {
    const sent = send(party);
    const { origin, pathname, search } = new URL(sent.url);
    const answer = await world.service.browser().visit(`${origin}${pathname}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://learn.test" },
      body: search.slice(1),
    });
    expect(answer.status).toBe(303);
    await finish(party, await walk(browser, answer.headers.get("location") ?? ""), sent);
  });
});

describe("request objects are not offered, and nothing of one is ever used", () => {
  /** The request inside an unsigned object; beside it stands only what OAuth demands there. */
  function objectOf(url: string) {
    const { searchParams } = new URL(url);
    const object = new UnsecuredJWT(Object.fromEntries(searchParams)).encode();
    return { object, outside: changedUrl(url, { state: undefined, nonce: undefined }) };
  }

  test("oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported: request_not_supported", async () => {
    expect((await world.metadata()).request_parameter_supported).not.toBe(true);
    const { object, outside } = objectOf(send(party).url);
    const back = await walk(browser, changedUrl(outside, { request: object }));
    const told = Object.fromEntries(back.searchParams);
    expect(told).toMatchObject({ error: "request_not_supported", iss: issuer });
    expect(told).not.toHaveProperty("state");
  });

  test("oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported: request_uri_not_supported, nothing is fetched", async () => {
    // Left out, it would mean true (OpenID Connect Discovery 3).
    expect((await world.metadata()).request_uri_parameter_supported).toBe(false);
    const { object, outside } = objectOf(send(party).url);
    const asked: string[] = [];
    const server = await openSampleServer("A request object");
    afterAll(() => server.stop());
    server.serve(async (_, response, url) => {
      asked.push(url.pathname);
      response.end(object);
    });
    const back = await walk(browser, changedUrl(outside, { request_uri: `${server.origin}/request.jwt` }));
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: "request_uri_not_supported", iss: issuer });
    expect(asked).toEqual([]);
  });

  test("oidcc-ensure-request-object-with-redirect-uri: the address beside the object counts, so an error page", async () => {
    const { object, outside } = objectOf(send(party).url);
    const url = changedUrl(outside, { request: object, redirect_uri: `${registered.redirectUri}/other` });
    await expectErrorPage(await browser.visit(url));
  });
});

describe("refresh tokens (T38)", () => {
  const offline = { scope: "openid offline_access", prompt: "consent" };
  const scopes = { openid: words, offline_access: words };

  test("oidcc-refresh-token: new tokens of the same person, and none for another application", async () => {
    const [one, other] = [await world.application({ scopes }), await world.application({ scopes })];
    const client = await world.relyingParty(one);
    const first = await complete(client, browser, offline);
    const refreshToken = first.refresh_token ?? "";
    expect(refreshToken).toMatch(/^[\x20-\x7e]+$/);
    world.advanceBy({ seconds: 1 });
    const second = await rp.refreshTokenGrant(client.config, refreshToken, { scope: offline.scope });
    expect(second.access_token).not.toBe(first.access_token);
    expect((await world.userinfo(second.access_token)).status).toBe(200);
    const { iss, sub, aud, iat, auth_time } = first.claims() ?? {};
    expect(second.claims()).toMatchObject({ iss, sub, aud, auth_time, iat: Number(iat) + 1 });

    const theirs = await complete(await world.relyingParty(other), browser, offline);
    const stolen = rp.refreshTokenGrant(client.config, theirs.refresh_token ?? "");
    await expect(stolen).rejects.toMatchObject({ error: "invalid_grant" });
  });
});
