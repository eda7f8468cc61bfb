import { describe, expect, test } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import { passwordChecks } from "../../web/components/password-field/password-checks.ts";

const { register, activate } = policies.seed.passwords;
const met = (...input: Parameters<typeof passwordChecks>) => passwordChecks(...input).map((check) => check.met);

describe("the rule that is ticked off while one types a password (M17)", () => {
  test("nothing is ticked before anything is typed", () => {
    expect(met("", register)).toEqual([false, false, false, false]);
  });

  test.each([
    ["river", [false, true, false, true]],
    ["12345678", [true, false, true, true]],
    ["blue7river", [true, true, true, true]],
    ["blue7riverblue7riverx", [false, true, true, true]],
  ])("%s", (typed, expected) => expect(met(typed, register)).toEqual(expected));

  test("the account name inside is told as one types", () => {
    expect(met("wangxm55", register, { accountName: "wangxm55" }).at(-1)).toBe(false);
  });

  test("enabling an account asks for three kinds of characters instead (M55)", () => {
    expect(met("blue7river", activate)).toEqual([true, false, true]);
    expect(met("Blue7river", activate)).toEqual([true, true, true]);
  });
});
