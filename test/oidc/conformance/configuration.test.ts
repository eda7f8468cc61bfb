import { describe, expect, test } from "vitest";
import { applicationOf, smallest } from "../../applications/sample.ts";
import { callback, issuer, walk } from "../world.ts";
import {
  changedUrl,
  complete,
  completeByOauth4webapi,
  conformanceWorld,
  expectErrorPage,
  send,
} from "./conformance-world.ts";

const world = await conformanceWorld();
const { browser } = world.someone;

async function publishedKeys(): Promise<Record<string, string>[]> {
  const answer = await world.fetch(String((await world.metadata()).jwks_uri));
  expect(answer.status).toBe(200);
  const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
  for (const key of keys) {
    expect(key).toMatchObject({ kid: expect.any(String), kty: expect.stringMatching(/^(RSA|EC)$/), use: "sig" });
    for (const secret of ["d", "p", "q", "dp", "dq", "qi", "k"]) expect(key).not.toHaveProperty(secret);
  }
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length);
  return keys;
}

describe("what the provider says of itself", () => {
  test("oidcc-discovery-endpoint-verification: all that is demanded, of the right shape, at https addresses", async () => {
    const answer = await world.fetch(`${issuer}/.well-known/openid-configuration`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      expect.stringMatching(/^application\/json/),
    ]);
    const metadata = (await answer.json()) as Record<string, unknown>;
    expect(metadata).toMatchObject({
      issuer,
      response_types_supported: expect.arrayContaining(["code"]),
      grant_types_supported: expect.arrayContaining(["authorization_code"]),
      subject_types_supported: expect.arrayContaining(["pairwise"]),
      id_token_signing_alg_values_supported: expect.arrayContaining(["RS256"]),
      scopes_supported: expect.arrayContaining(["openid"]),
      claims_supported: expect.arrayContaining(["sub", "name", "email"]),
      code_challenge_methods_supported: ["S256"],
      claims_parameter_supported: true,
    });
    const addresses = Object.entries(metadata).filter(([name]) => /_(endpoint|uri)$/.test(name));
    expect(addresses.map(([name]) => name)).toEqual(
      expect.arrayContaining(["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"]),
    );
    for (const [, address] of addresses) expect(new URL(String(address)).origin).toBe(issuer);
    for (const [name, value] of Object.entries(metadata)) {
      const isList = /_supported$/.test(name) && typeof value !== "boolean";
      if (isList) expect(value, name).toEqual(expect.arrayContaining([expect.any(String)]));
    }
    for (const scope of metadata.scopes_supported as string[]) expect(scope).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]+$/);
    const languages = metadata.ui_locales_supported as string[];
    expect(languages).toEqual(Intl.getCanonicalLocales(languages));
    expect((await publishedKeys()).map(({ alg }) => alg)).toContain("RS256");
    // Registration by a request is not offered.
    expect(metadata).not.toHaveProperty("registration_endpoint");
  });
});

describe("addresses to come back to (T30)", () => {
  const withQuery = `${callback}?foo=bar`;

  test("oidcc-ensure-redirect-uri-in-authorization-request: an error page without one, where two are registered", async () => {
    const party = await world.relyingParty(await world.application({ redirectUris: [callback, withQuery] }));
    await expectErrorPage(await browser.visit(changedUrl(send(party).url, { redirect_uri: undefined })));
  });

  test("oidcc-redirect-uri-query-OK: a registered query stays, with the answer after it", async () => {
    const registered = await world.application({ redirectUris: [withQuery] });
    const { back } = await completeByOauth4webapi(world, registered, browser);
    expect(back.href.startsWith(`${withQuery}&`)).toBe(true);
  });

  test("oidcc-redirect-uri-query-mismatch: an error page for another query than the registered one", async () => {
    const party = await world.relyingParty(await world.application({ redirectUris: [withQuery] }));
    await expectErrorPage(await browser.visit(changedUrl(send(party).url, { redirect_uri: `${callback}?bar=foo` })));
  });

  test("oidcc-redirect-uri-query-added: an error page for a query where none is registered", async () => {
    const party = await world.relyingParty(await world.application());
    await expectErrorPage(await browser.visit(changedUrl(send(party).url, { redirect_uri: withQuery })));
  });

  test("oidcc-redirect-uri-regfrag: an address with a fragment cannot be registered", async () => {
    const save = (application: object) => world.service.jobs({ job: "save-application", by: "tests", application });
    const redirectUris = [`${callback}#foobar`];
    const clientId = "with-a-fragment";
    await expect(save({ ...smallest({ clientId }), redirectUris })).rejects.toThrow();
    expect(await world.service.jobs({ job: "list-applications" })).not.toMatchObject({
      applications: expect.arrayContaining([expect.objectContaining({ clientId })]),
    });
    await expect(save(applicationOf({ clientId }))).resolves.toMatchObject({ saved: true });
  });
});

describe("the signing keys (T37)", () => {
  test("oidcc-server-rotate-keys: a new key beside the old one, and both clients believe each in its time", async () => {
    const party = await world.relyingParty(await world.application());
    const old = await publishedKeys();
    const first = await complete(party, browser);
    world.advanceBy({ days: 89 });
    expect(await world.service.jobs({ job: "rotate-signing-keys" })).toEqual({ rotated: true });
    world.advanceBy({ hours: 24 });
    const next = await publishedKeys();
    const kids = next.map(({ kid }) => kid);
    expect(kids).toEqual(expect.arrayContaining(old.map(({ kid }) => kid)));
    expect(kids.length).toBeGreaterThan(old.length);

    await world.signInAgain(browser);
    const again = await complete(await world.relyingParty(await world.application()), browser);
    const kidOf = (token = "") => JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;
    expect(kids).toEqual(expect.arrayContaining([kidOf(first.id_token), kidOf(again.id_token)]));
    expect(kidOf(again.id_token)).not.toBe(kidOf(first.id_token));
    await completeByOauth4webapi(world, await world.application(), browser);
    const silent = await walk(browser, send(party, { prompt: "none", id_token_hint: first.id_token ?? "" }).url);
    expect(silent.searchParams.has("code")).toBe(true);
  });
});
