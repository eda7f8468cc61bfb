import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountNameOf, checkAccountName, reservedAccountNames } from "../../functions/person/account-name.ts";

describe("the rule of an account name (M16)", () => {
  test.each(["wangming", "wang.ming_99", "a12345", "a_.___", "abcdefghij0123456789"])("%s is good", (name) => {
    expect(checkAccountName(name)).toEqual({ ok: true, name });
  });

  test.each([
    ["", ["too-short"]],
    ["wang5", ["too-short"]],
    ["abcdefghij01234567890", ["too-long"]],
    ["1wangming", ["first-letter"]],
    ["_wangming", ["first-letter"]],
    [".wangming", ["first-letter"]],
    ["wangMing", ["upper-case"]],
    ["WANGMING", ["upper-case"]],
    ["wang,ming", ["comma"]],
    ["ｗangming", ["full-width"]],
    ["wangming１", ["full-width"]],
    ["wang，ming", ["full-width"]],
    ["wang\u3000ming", ["full-width"]],
    ["wang-ming", ["characters"]],
    ["wang ming", ["characters"]],
    ["wangming ", ["characters"]],
    ["wangming\n", ["characters"]],
    ["wangming@mail.edu.tw", ["characters"]],
    ["王小明王小明", ["characters"]],
    ["wangmíng", ["characters"]],
    ["wangming١", ["characters"]],
    ["9,A", ["too-short", "first-letter", "upper-case", "comma"]],
    ["postmaster", ["reserved"]],
    ["web.master", ["reserved"]],
    ["admin_", ["reserved"]],
    ["edu_cloud", ["reserved"]],
  ])("%j is refused: %j", (name, problems) => {
    expect(checkAccountName(name)).toEqual({ ok: false, problems });
  });

  test("a name that merely begins with a reserved word is good", () => {
    expect(checkAccountName("admiral").ok).toBe(true);
    expect(checkAccountName("support7").ok).toBe(true);
  });

  test("reserved words are written so that they can match", () => {
    for (const word of reservedAccountNames) expect(word).toMatch(/^[a-z][a-z0-9]*$/);
  });

  test("exactly the texts of the rule pass", () => {
    const near = fc.string({ unit: fc.constantFrom(..."abz019_.,-A ａ"), minLength: 4, maxLength: 22 });
    fc.assert(
      fc.property(fc.oneof(near, fc.stringMatching(/^[a-z][a-z0-9_.]{5,19}$/)), (text) => {
        const legal = /^[a-z][a-z0-9_.]{5,19}$/.test(text) && !reservedAccountNames.has(text.replace(/[._]/g, ""));
        expect(checkAccountName(text).ok).toBe(legal);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the account name in what is typed to sign in (M16, M30)", () => {
  test.each([
    ["wangming", "wangming"],
    ["wangming@mail.edu.tw", "wangming"],
    ["  WangMing ", "wangming"],
    ["wangming @mail.edu.tw", "wangming"],
    ["ｗａｎｇｍｉｎｇ＠mail.edu.tw", "wangming"],
    ["", ""],
    ["@mail.edu.tw", ""],
  ])("%j is %j", (typed, name) => expect(accountNameOf(typed)).toBe(name));

  test("every good name is found again behind its domain", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9_.]{5,19}$/), (name) => {
        expect(accountNameOf(` ${name.toUpperCase()}@mail.edu.tw`)).toBe(name);
      }),
    );
  });
});
