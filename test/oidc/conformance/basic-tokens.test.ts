import { createRemoteJWKSet, customFetch, decodeProtectedHeader, jwtVerify } from "jose";
import * as rp from "openid-client";
import { describe, expect, test } from "vitest";
import { applicationFile } from "../../../functions/contract/applications.ts";
import { smallest } from "../../applications/sample.ts";
import { ask, issuer, redeem, signInTo, walk } from "../world.ts";
import {
  changedUrl,
  complete,
  completeByOauth4webapi,
  conformanceWorld,
  finish,
  send,
  type Tokens,
} from "./conformance-world.ts";

const world = await conformanceWorld();
const { browser, accountName, person, email } = world.someone;
const registered = await world.application();
const party = await world.relyingParty(registered);

describe("the code flow (M32, M60)", () => {
  test("oidcc-server: both certified clients come to tokens, and the userinfo is of the same subject", async () => {
    const tokens = await complete(party, browser);
    expect(tokens).toMatchObject({ token_type: "bearer", expires_in: expect.any(Number), scope: "openid" });
    const sub = tokens.claims()?.sub ?? "";
    expect(await rp.fetchUserInfo(party.config, tokens.access_token, sub)).toEqual({ sub });
    const other = await completeByOauth4webapi(world, registered, browser);
    expect([other.claims?.sub, other.back.searchParams.get("iss")]).toEqual([sub, issuer]);
    expect(other.tokens.access_token).not.toBe(tokens.access_token);
  });

  test("oidcc-response-type-missing: the application is told, with its state", async () => {
    const sent = send(party);
    const back = await walk(browser, changedUrl(sent.url, { response_type: undefined }));
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: expect.stringMatching(/^(invalid_request|unsupported_response_type)$/),
      state: sent.state,
      iss: issuer,
    });
    expect(back.searchParams.has("code")).toBe(false);
  });

  test("oidcc-ensure-request-without-nonce-succeeds-for-code-flow: tokens, without a nonce", async () => {
    const sent = send(party);
    const back = await walk(browser, changedUrl(sent.url, { nonce: undefined }));
    const tokens = await rp.authorizationCodeGrant(party.config, back, {
      expectedState: sent.state,
      idTokenExpected: true,
    });
    expect(tokens.claims()).not.toHaveProperty("nonce");
  });

  test("oidcc-alternate-happy-flow: neither the order of scopes nor that of parameters matters", async () => {
    const sent = send(party, { scope: "email openid" });
    const url = new URL(sent.url);
    const turned = new URLSearchParams([...url.searchParams].toReversed());
    expect(`?${turned}`).not.toBe(url.search);
    const tokens = await finish(party, await walk(browser, `${url.origin}${url.pathname}?${turned}`), sent);
    expect((await world.userinfo(tokens.access_token)).body).toMatchObject({ email, email_verified: true });
  });

  test("oidcc-server-client-secret-post: the secret goes in the form, and must be the right one there too", async () => {
    expect((await world.metadata()).token_endpoint_auth_methods_supported).toContain("client_secret_post");
    const own = await world.application({ tokenEndpointAuthMethod: "client_secret_post" });
    await complete(await world.relyingParty(own, rp.ClientSecretPost(own.secret ?? "")), browser);
    const wrong = await world.relyingParty(own, rp.ClientSecretPost(`${own.secret}x`));
    await expect(complete(wrong, browser)).rejects.toMatchObject({ error: "invalid_client" });
  });

  test("oidcc-ensure-request-with-valid-pkce-succeeds: with both clients, and not with another verifier (T32)", async () => {
    const own = await world.application({ requirePkce: true });
    const client = await world.relyingParty(own);
    const { code_challenge_methods_supported: methods } = client.config.serverMetadata();
    expect(methods).toContain("S256");
    await signInTo(client, browser);
    await completeByOauth4webapi(world, own, browser, rp.randomPKCECodeVerifier());
    const asked = await ask(client);
    const back = await walk(browser, asked.url);
    const wrong = redeem(client, back, { ...asked, verifier: rp.randomPKCECodeVerifier() });
    await expect(wrong).rejects.toMatchObject({ error: "invalid_grant" });
  });
});

describe("the ID token", () => {
  test("oidcc-idtoken-signature: RS256, under a key that is published by its kid", async () => {
    const token = (await complete(party, browser)).id_token ?? "";
    const { alg, kid } = decodeProtectedHeader(token);
    expect([alg, kid]).toEqual(["RS256", expect.any(String)]);
    const keys = createRemoteJWKSet(new URL(`${issuer}/oidc/v1/jwksets`), { [customFetch]: world.fetch as never });
    await jwtVerify(token, keys, { algorithms: ["RS256"], issuer, audience: registered.clientId });
    const [head, claims, signature = ""] = token.split(".");
    const other = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
    await expect(jwtVerify(`${head}.${claims}.${other}`, keys)).rejects.toThrow("signature");
  });

  test("oidcc-idtoken-unsigned: not offered, and no application can be registered for it", async () => {
    const algorithms = Object.entries(await world.metadata()).filter(([name]) => /_alg_values_supported$/.test(name));
    expect(algorithms.map(([name]) => name)).toContain("id_token_signing_alg_values_supported");
    for (const [, values] of algorithms) expect(values).not.toContain("none");
    expect(applicationFile.safeParse(smallest()).success).toBe(true);
    expect(applicationFile.safeParse({ ...smallest(), idTokenAlg: "none" }).success).toBe(false);
  });
});

/** The claims at the userinfo address; none of them is in the ID token beside an access token (OpenID Connect Core 5.4). */
async function toldOf(tokens: Tokens): Promise<Record<string, unknown>> {
  const { status, body } = await world.userinfo(tokens.access_token);
  expect(status).toBe(200);
  const { sub, ...claims } = body;
  expect(sub).toBe(tokens.claims()?.sub);
  for (const name of Object.keys(claims)) expect(tokens.claims()).not.toHaveProperty(name);
  return claims;
}

const profile = { name: person.name, preferred_username: accountName, updated_at: expect.any(Number) };
const proved = { email, email_verified: true };

describe("userinfo", () => {
  test("oidcc-userinfo-get: by GET, with the token in the header", async () => {
    expect(await toldOf(await complete(party, browser, { scope: "openid profile" }))).toEqual(profile);
  });

  test("oidcc-userinfo-post-header: by POST, with the token in the header", async () => {
    const { access_token } = await complete(party, browser, { scope: "openid profile" });
    const { status, body } = await world.userinfo(access_token, { method: "POST" });
    expect([status, body]).toEqual([200, expect.objectContaining(profile)]);
    expect((await world.userinfo(`${access_token}x`, { method: "POST" })).status).toBe(401);
  });

  test("oidcc-userinfo-post-body: by POST, with the token in the form", async () => {
    const { access_token } = await complete(party, browser, { scope: "openid profile" });
    const byForm = (token: string) =>
      world.userinfo("", { method: "POST", body: new URLSearchParams({ access_token: token }) });
    expect(await byForm(access_token)).toEqual({ status: 200, body: expect.objectContaining(profile) });
    expect((await byForm(`${access_token}x`)).status).toBe(401);
  });

  test("oidcc-scope-profile: name, account and when they changed", async () => {
    expect(await toldOf(await complete(party, browser, { scope: "openid profile" }))).toEqual(profile);
  });

  test("oidcc-scope-email: the address, and that it was proved", async () => {
    expect(await toldOf(await complete(party, browser, { scope: "openid email" }))).toEqual(proved);
  });

  test("oidcc-scope-address: not offered, passed over", async () => {
    expect((await world.metadata()).scopes_supported).not.toContain("address");
    const tokens = await complete(party, browser, { scope: "openid address" });
    expect([tokens.scope, await toldOf(tokens)]).toEqual(["openid", {}]);
  });

  test("oidcc-scope-phone: not offered, passed over", async () => {
    expect((await world.metadata()).scopes_supported).not.toContain("phone");
    const tokens = await complete(party, browser, { scope: "openid phone" });
    expect([tokens.scope, await toldOf(tokens)]).toEqual(["openid", {}]);
  });

  test("oidcc-scope-all: what is offered of all of them", async () => {
    const tokens = await complete(party, browser, { scope: "openid email phone address profile" });
    expect(await toldOf(tokens)).toEqual({ ...profile, ...proved });
  });

  test("oidcc-claims-essential: an essential name is told, there where it was asked for", async () => {
    const claims = JSON.stringify({ userinfo: { name: { essential: true } } });
    expect(await toldOf(await complete(party, browser, { claims }))).toEqual({ name: person.name });
  });
});
