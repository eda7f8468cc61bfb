import { exportJWK, generateKeyPair } from "jose";
import { describe, expect, test } from "vitest";
import { checkKeys } from "../../lib/county-check/keys.ts";
import { marksOf, problemsIn, warningsIn } from "./read-findings.ts";

const rsa = async (kid?: string) => {
  const { publicKey } = await generateKeyPair("RS256", { modulusLength: 2_048, extractable: true });
  return { ...(await exportJWK(publicKey)), ...(kid !== undefined && { kid }), use: "sig" };
};
const elliptic = { kty: "EC", crv: "P-256", x: "AA", y: "AA", kid: "e" };
const [one, two, nameless] = await Promise.all([rsa("one"), rsa("two"), rsa()]);
/** 1,024 bits with the first one set: jose makes none so short. */
const short = { kty: "RSA", e: "AQAB", n: Buffer.alloc(128, 0xff).toString("base64url"), kid: "short" };

describe("a county's signing keys (T36)", () => {
  test("two of 2,048 bits, each with its own id: nothing but good words", () => {
    expect(new Set(marksOf(checkKeys(["RS256"], { keys: [one, two] })))).toEqual(new Set(["good"]));
  });

  test("a key for ES256 serves where that is allowed", () => {
    expect(problemsIn(checkKeys(["ES256"], { keys: [elliptic] }))).toEqual([]);
  });

  test.each([
    ["no list", {}, "The document has no keys"],
    ["no key", { keys: [] }, "There is no signing key for RS256"],
    ["a key of another kind", { keys: [elliptic] }, "There is no signing key for RS256"],
    ["a key for encryption only", { keys: [{ ...one, use: "enc" }] }, "There is no signing key for RS256"],
    ["a key for another algorithm", { keys: [{ ...one, alg: "RS512" }] }, "There is no signing key for RS256"],
    ["one id twice", { keys: [one, { ...two, kid: "one" }] }, "A kid is there twice"],
    ["several keys, one without an id", { keys: [one, nameless] }, "A key has no kid"],
    ["a short key", { keys: [short] }, "Key short has 1024 bits, 2048 at least"],
    [
      "a private key",
      { keys: [{ ...one, d: "AQAB" }] },
      "Key one shows its private part to everybody! Replace it at once",
    ],
    ["a shared secret", { keys: [one, { kty: "oct", k: "AQAB", kid: "s" }] }, "Key s shows its private part"],
  ])("%s is a problem", (_, keySet, said) => {
    expect(problemsIn(checkKeys(["RS256"], keySet))).toEqual([expect.stringContaining(said)]);
  });

  test("a single key may be without an id, which is worth a warning", () => {
    expect(warningsIn(checkKeys(["RS256"], { keys: [nameless] }))).toEqual(["A key has no kid"]);
    expect(problemsIn(checkKeys(["RS256"], { keys: [nameless] }))).toEqual([]);
  });

  test("zero bytes in front do not make a key longer", () => {
    const padded = { ...short, n: Buffer.concat([Buffer.alloc(200), Buffer.alloc(128, 0xff)]).toString("base64url") };
    expect(problemsIn(checkKeys(["RS256"], { keys: [padded] }))).toEqual(["Key short has 1024 bits, 2048 at least"]);
  });
});
