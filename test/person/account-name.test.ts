import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accountEmailOf,
  accountNameOf,
  checkAccountName,
  isAccountEmail,
  isOwnAddress,
  reservedAccountNames,
  shownAccountOf,
} from "../../functions/person/account-name.ts";

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

describe("the account in what is typed to sign in (M16, M20, M30)", () => {
  const domain = "mail.edu.tw";

  test.each([
    ["wangming", "wangming"],
    ["wangming@mail.edu.tw", "wangming"],
    ["wangming@MAIL.edu.tw", "wangming"],
    ["  WangMing ", "wangming"],
    ["wangming @ mail.edu.tw", "wangming"],
    ["ｗａｎｇｍｉｎｇ＠mail.edu.tw", "wangming"],
    ["", ""],
    ["@mail.edu.tw", ""],
    ["Wang.Ming@Home.Test", "wang.ming@home.test"],
    [" ｗａｎｇ＠home.test\u3000", "wang@home.test"],
    ["wangming@mail.edu.tw.home.test", "wangming@mail.edu.tw.home.test"],
    ["wangming@home.test@mail.edu.tw", "wangming@home.test@mail.edu.tw"],
    ["wangming@", "wangming@"],
  ])("%j is %j", (typed, account) => expect(accountNameOf(typed, domain)).toBe(account));

  test("every good name is found again behind its domain", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9_.]{5,19}$/), (name) => {
        expect(accountNameOf(` ${name.toUpperCase()}@mail.edu.tw`, domain)).toBe(name);
      }),
    );
  });

  test("folding once is enough: what was folded is the same again, and what is typed for an account's address leads to it", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aZ09.+Ａｚ９＋K\u212aſßﬁ"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (name, host) => {
        const typed = `${name}@${host}.test`;
        const account = accountEmailOf(typed);
        if (account === undefined) return;
        expect(accountEmailOf(account)).toBe(account);
        expect(accountNameOf(typed, domain)).toBe(account);
        expect(account).toMatch(/^[\x21-\x7e]+$/);
        expect(account).toBe(account.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });
});

describe("an e-mail address as an account (M20)", () => {
  test.each([
    ["Mei@Home.Test", "mei@home.test"],
    ["ｍｅｉ@home.test ", "mei@home.test"],
    ["mei", undefined],
    ["mei@home", undefined],
    ["王@home.test", undefined],
    ["mei@home.test\n", undefined],
    ["mеi@home.test", undefined],
  ])("%j is %j", (typed, account) => expect(accountEmailOf(typed)).toBe(account));

  test("is no account name, and no account name is one: they never meet", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const account = accountEmailOf(email);
        if (account === undefined) return;
        expect(isAccountEmail(account)).toBe(true);
        expect(checkAccountName(account).ok).toBe(false);
      }),
    );
    expect(isAccountEmail("wangming")).toBe(false);
  });

  test("is shown as it is, a name with the service's domain", () => {
    expect(shownAccountOf("mei@home.test", "mail.edu.tw")).toBe("mei@home.test");
    expect(shownAccountOf("wangming", "mail.edu.tw")).toBe("wangming@mail.edu.tw");
  });

  test.each([
    ["wangming@mail.edu.tw", true],
    ["x@MAIL.edu.tw", true],
    ["x@sub.mail.edu.tw", false],
    ["x@notmail.edu.tw", false],
  ])("%s under the service's own domain: %s", (email, own) => expect(isOwnAddress(email, "mail.edu.tw")).toBe(own));
});
