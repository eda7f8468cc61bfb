import { createChallenge, solveChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { describe, expect, test } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import { expiryOf, payloadOf, percentOf } from "../../web/components/captcha-field/solve-work.ts";
import { digitsOf } from "../../web/components/code-field/digits-of.ts";

const secret = "a secret of the test";
const ask = (expiresAt?: number) =>
  createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: 10,
    counter: 5,
    deriveKey,
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: secret,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });

describe("the silent proof of work (M25)", () => {
  test("what the page sends is what the service's library verifies", async () => {
    const challenge = await ask();
    const solution = await solveChallenge({ challenge, deriveKey });
    if (!solution) throw new Error("not solved");
    const sent = JSON.parse(Buffer.from(payloadOf(challenge, solution), "base64").toString("utf8"));
    const { verified } = await verifySolution({
      ...sent,
      deriveKey,
      hmacSignatureSecret: secret,
      hmacKeySignatureSecret: secret,
    });
    expect(verified).toBe(true);
  });

  test("a proof is made anew before its challenge ends", async () => {
    const { parameters, signature } = await ask(2_000_000_000);
    const due = expiryOf({ parameters: { ...parameters }, signature });
    expect(due).toBeLessThan(2_000_000_000_000);
    expect(due).toBeGreaterThan(1_999_999_900_000);
  });

  test("the bar only ever grows, and does not say it is done before it is", () => {
    const { mostRounds } = policies.seed.captcha.work;
    const bar = Array.from({ length: mostRounds + 50 }, (_, tries) => percentOf(tries));
    expect(bar).toEqual([...bar].sort((one, other) => one - other));
    expect(bar[0]).toBe(0);
    expect(bar.at(-1)).toBe(99);
  });
});

describe("digits as people type and paste them", () => {
  test.each([
    ["123456", "123456"],
    ["１２３ ４５６", "123456"],
    ["驗證碼：123-456。", "123456"],
    ["1234567", "123456"],
    ["abc", ""],
  ])("%s", (typed, digits) => expect(digitsOf(typed)).toBe(digits));
});
