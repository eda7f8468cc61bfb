import { createRemoteJWKSet, customFetch, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import { partsOf } from "../../functions/adapters/parts.ts";
import { inOrder, type KeyTimes, keysDue } from "../../functions/adapters/signing-key-times.ts";
import { dynamoSigningKeys, ringSigner } from "../../functions/adapters/signing-keys.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { allRows } from "../service/rows.ts";
import { issuer, oidcWorld, signInTo } from "./world.ts";

const world = await oidcWorld();
const settings = readSettings(world.service.environment);
const surroundings = { environment: {}, clock: world.clock, ids: systemIds };
const rotate = () => world.service.jobs({ job: "rotate-signing-keys" });

async function published(): Promise<string[]> {
  const { keys } = (await (await world.fetch(`${issuer}/oidc/v1/jwksets`)).json()) as { keys: { kid: string }[] };
  return keys.map(({ kid }) => kid);
}

const kidOf = (token: string | undefined): string =>
  JSON.parse(Buffer.from(token?.split(".")[0] ?? "", "base64url").toString()).kid;

describe("T37: the signing keys", () => {
  test("are made by the first who needs them: of ten at once all have the same ones", async () => {
    const prefix = "first-";
    const { ensureTables } = await import("../../lib/local/tables.ts");
    await ensureTables(prefix);
    const rings = await Promise.all(
      Array.from({ length: 4 }, () =>
        dynamoSigningKeys(partsOf({ ...settings, TABLE_PREFIX: prefix }, surroundings)).ring(),
      ),
    );
    expect(new Set(rings.map(({ version }) => version)).size).toBe(1);
    expect(rings[0]?.keys.map(({ alg }) => alg)).toEqual(["RS256", "ES256"]);
  });

  test("lie sealed", async () => {
    await published();
    const rows = (await allRows(world.service.prefix)).filter((row) => row.startsWith("signing-keys "));
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toMatch(/"kty"|"d"/);
  });

  test("are published a day before they sign, and after it as long as sessions and caches live", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const tokenKid = async () => kidOf((await signInTo(party, browser)).id_token);
    const first = await published();
    const old = await tokenKid();
    expect(await rotate()).toEqual({ rotated: false });

    world.advanceBy({ days: 89 });
    await world.signInAgain(browser);
    expect(await rotate()).toEqual({ rotated: true });
    expect(await rotate()).toEqual({ rotated: false });
    world.advanceBy({ minutes: 10 });
    const both = await published();
    expect(both).toHaveLength(4);
    expect(both).toEqual(expect.arrayContaining(first));
    await world.signInAgain(browser);
    expect(await tokenKid()).toBe(old);

    world.advanceBy({ hours: 24 });
    await world.signInAgain(browser);
    const next = await tokenKid();
    expect(next).not.toBe(old);
    expect(both).toContain(next);
    expect(await published()).toEqual(expect.arrayContaining(first));

    world.advanceBy({ hours: 9 });
    expect(await published()).not.toEqual(expect.arrayContaining(first));
    expect(await published()).toContain(next);
    expect(await rotate()).toEqual({ rotated: true });
  });

  test("sign what applications are told of sign-outs, so that the published keys verify it", async () => {
    const signer = ringSigner(dynamoSigningKeys(partsOf(settings, surroundings)));
    const keys = createRemoteJWKSet(new URL(`${issuer}/oidc/v1/jwksets`), { [customFetch]: world.fetch as never });
    for (const alg of ["RS256", "ES256"] as const) {
      const token = await signer.sign(alg, { typ: "logout+jwt" }, { sub: "s" });
      const { payload, protectedHeader } = await jwtVerify(token, keys, { algorithms: [alg], typ: "logout+jwt" });
      expect([payload.sub, protectedHeader.alg]).toEqual(["s", alg]);
    }
  });

  test("an application that was registered for ES256 gets it", async () => {
    const party = await world.relyingParty(await world.application({ idTokenAlg: "ES256" }));
    const { browser } = await world.person();
    const [header = ""] = (await signInTo(party, browser)).id_token?.split(".") ?? [];
    expect(JSON.parse(Buffer.from(header, "base64url").toString()).alg).toBe("ES256");
  });
});

describe("the times of keys", () => {
  const rules = policies.seed;
  const day = 86_400_000;
  const one: KeyTimes = { alg: "RS256", madeAt: 0, signsFrom: 0 };
  const es: KeyTimes = { alg: "ES256", madeAt: 0, signsFrom: 0 };

  test("nothing is due the moment before, both the moment it is", () => {
    expect(keysDue([one, es], 89 * day - 1, rules).due).toEqual([]);
    expect(keysDue([one, es], 89 * day, rules)).toMatchObject({ due: ["RS256", "ES256"], signsFrom: 90 * day });
  });

  test("a key ends a session's life, in which an ID token is a hint, and a cache's after the next one takes over, and no earlier", () => {
    const { kept } = keysDue([one, es], 89 * day, rules);
    const endsAt = 90 * day + 9 * 3_600_000;
    expect(kept.map((key) => key.endsAt)).toEqual([endsAt, endsAt]);
    expect(inOrder(kept, endsAt - 1)).toHaveLength(2);
    expect(inOrder(kept, endsAt)).toHaveLength(0);
  });

  test("a job that did not run for long leaves the last key signing", () => {
    expect(inOrder([one, es], 400 * day)).toHaveLength(2);
  });
});
