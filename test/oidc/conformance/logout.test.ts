import { createRemoteJWKSet, customFetch, decodeJwt, generateKeyPair, jwtVerify, SignJWT, UnsecuredJWT } from "jose";
import * as rp from "openid-client";
import { afterAll, describe, expect, test } from "vitest";
import { receiver } from "../../logouts/receiver.ts";
import { issuer, walk } from "../world.ts";
import { changedUrl, complete, conformanceWorld, expectErrorPage, send } from "./conformance-world.ts";
import { sendLogoutsOnLoopback } from "./send-logouts.ts";

const world = await conformanceWorld();
const { browser } = world.someone;
const after = "https://learn.test/post_logout_redirect";
const endpoint = `${issuer}/oidc/v1/userlogout`;
const registered = await world.application({ postLogoutRedirectUris: [after] });
const party = await world.relyingParty(registered);

/** The suite's sign-out: after a whole flow, with a state of 128 signs that must come back as it is. */
async function signedIn() {
  await world.signInAgain(browser);
  const tokens = await complete(party, browser);
  const state = rp.randomState().repeat(3).slice(0, 128);
  const url = rp.buildEndSessionUrl(party.config, {
    id_token_hint: tokens.id_token ?? "",
    post_logout_redirect_uri: after,
    state,
  }).href;
  return { tokens, state, url, hint: tokens.id_token ?? "" };
}

/** The page that asks, and the person who says yes: where that leads. */
async function confirm(url: string): Promise<string> {
  const page = await browser.visit(url);
  expect([page.status, page.headers.get("location")]).toEqual([200, null]);
  const xsrf = /name="xsrf" value="([0-9a-f]+)"/.exec(await page.text())?.[1] ?? "";
  const answer = await browser.visit(`${endpoint}/confirm`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: issuer },
    body: new URLSearchParams({ xsrf, logout: "yes" }).toString(),
  });
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
}

/** What `prompt=none` gives afterwards. */
const silently = async () => (await walk(browser, send(party, { prompt: "none" }).url)).searchParams.get("error");

/** On our own page that says so, and nowhere else. */
async function expectSignedOutHere(url: string): Promise<void> {
  const location = await confirm(url);
  expect(location).toBe(`${endpoint}/success`);
  expect(await (await browser.visit(location)).text()).toContain("您已登出");
  expect(await silently()).toBe("login_required");
}

/** Told on a page, since it is a browser that asks; the person is not signed out by a request that is wrong. */
async function expectRefused(url: string): Promise<void> {
  await expectErrorPage(await browser.visit(url, { headers: { accept: "text/html,*/*;q=0.8" } }));
  expect(await silently()).toBeNull();
}

async function expectEndSessionOffered() {
  const metadata = await world.metadata();
  expect(metadata.end_session_endpoint).toBe(endpoint);
  for (const [name, address] of Object.entries(metadata))
    if (name.endsWith("_endpoint")) expect(String(address)).toMatch(/^https:/);
  return metadata;
}

describe("an application asks for the sign-out (T40)", () => {
  test("oidcc-rp-initiated-logout-discovery-endpoint-verification: the address is named, and https", async () => {
    await expectEndSessionOffered();
  });

  test("oidcc-rp-initiated-logout: back to the application with the state, and signed out", async () => {
    const { url, state } = await signedIn();
    expect(await confirm(url)).toBe(`${after}?state=${state}`);
    expect(await silently()).toBe("login_required");
  });

  test("oidcc-rp-initiated-logout-no-state: back to the application, without one", async () => {
    const { url } = await signedIn();
    expect(await confirm(changedUrl(url, { state: undefined }))).toBe(after);
    expect(await silently()).toBe("login_required");
  });

  test("oidcc-rp-initiated-logout-no-params: signed out here", async () => {
    await signedIn();
    await expectSignedOutHere(endpoint);
  });

  test("oidcc-rp-initiated-logout-only-state: signed out here", async () => {
    const { state } = await signedIn();
    await expectSignedOutHere(`${endpoint}?state=${state}`);
  });

  test("oidcc-rp-initiated-logout-no-post-logout-redirect-uri: signed out here", async () => {
    const { url } = await signedIn();
    await expectSignedOutHere(changedUrl(url, { post_logout_redirect_uri: undefined }));
  });

  test("oidcc-rp-initiated-logout-no-id-token-hint: asks, and does not go where nobody vouches for", async () => {
    const { url } = await signedIn();
    await expectSignedOutHere(changedUrl(url, { id_token_hint: undefined, client_id: undefined }));
  });

  test("oidcc-rp-initiated-logout-bad-post-logout-redirect-uri: an error page", async () => {
    const { url } = await signedIn();
    await expectRefused(changedUrl(url, { post_logout_redirect_uri: "https://learn.test/other" }));
  });

  test("oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri: an error page", async () => {
    const { url } = await signedIn();
    await expectRefused(changedUrl(url, { post_logout_redirect_uri: `${after}?foo=bar` }));
  });

  test("oidcc-rp-initiated-logout-modified-id-token-hint: an error page for a hint of alg none", async () => {
    const { url, hint } = await signedIn();
    await expectRefused(changedUrl(url, { id_token_hint: new UnsecuredJWT(decodeJwt(hint)).encode() }));
  });

  test("oidcc-rp-initiated-logout-bad-id-token-hint: an error page for a hint that somebody else signed", async () => {
    const { url, hint } = await signedIn();
    const { privateKey } = await generateKeyPair("RS256");
    const forged = await new SignJWT(decodeJwt(hint)).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
    await expectRefused(changedUrl(url, { id_token_hint: forged }));
  });
});

describe("applications are told of a sign-out (T41)", () => {
  test("oidcc-backchannel-logout-discovery-endpoint-verification: offered, with the session", async () => {
    expect(await expectEndSessionOffered()).toMatchObject({
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    });
  });

  test("oidcc-backchannel-rp-initiated-logout: a logout token of the same person and session, and back to the application", async () => {
    const sink = await receiver();
    afterAll(() => sink.stop());
    const fields = { postLogoutRedirectUris: [after], backchannelLogoutUri: sink.address };
    const own = await world.application(fields);
    const client = await world.relyingParty(own);
    await world.signInAgain(browser);
    const tokens = await complete(client, browser);
    const hinted = { id_token_hint: tokens.id_token ?? "", post_logout_redirect_uri: after, state: "s1" };
    expect(await confirm(rp.buildEndSessionUrl(client.config, hinted).href)).toBe(`${after}?state=s1`);

    await sendLogoutsOnLoopback(world);
    expect(sink.told).toHaveLength(1);
    const [told] = sink.told;
    expect(told).toMatchObject({ method: "POST", contentType: "application/x-www-form-urlencoded" });
    const keys = createRemoteJWKSet(new URL(`${issuer}/oidc/v1/jwksets`), { [customFetch]: world.fetch as never });
    const { payload } = await jwtVerify(told?.token ?? "", keys, {
      algorithms: ["RS256"],
      typ: "logout+jwt",
      issuer,
      audience: own.clientId,
      maxTokenAge: 120,
      requiredClaims: ["iat", "exp", "jti"],
    });
    const claims = tokens.claims();
    expect(claims?.sid).toEqual(expect.any(String));
    expect(payload).toMatchObject({ sub: claims?.sub, sid: claims?.sid });
    expect(payload.events).toEqual({ "http://schemas.openid.net/event/backchannel-logout": {} });
    expect(payload).not.toHaveProperty("nonce");
    const back = await walk(browser, send(client, { prompt: "none" }).url);
    expect(back.searchParams.get("error")).toBe("login_required");
  });
});
