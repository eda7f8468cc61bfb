import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPassword, normalizePassword, type PasswordRules } from "../../functions/person/password.ts";

const apply: PasswordRules = { minLength: 8, maxLength: 20, classes: { kind: "letters-and-digits" } };
const enable: PasswordRules = { minLength: 8, maxLength: 20, classes: { kind: "any-of", count: 3 } };
const strict: PasswordRules = { minLength: 15, maxLength: 128, classes: { kind: "none" } };

describe("a password when applying or resetting (M17)", () => {
  test.each(["tea4kettle", "TEA4KETTLE", "a1345678", "a1bcdefghijklmnopqrs", "鐵觀音茶a1很好喝", "pass word 1"])(
    "%s is good",
    (password) => expect(checkPassword(password, apply)).toEqual([]),
  );

  test.each([
    ["", ["too-short", "needs-letter", "needs-digit"]],
    ["tea4ket", ["too-short"]],
    ["a1bcdefghijklmnopqrst", ["too-long"]],
    ["teakettle", ["needs-digit"]],
    ["73501926", ["needs-letter"]],
    ["鐵觀音茶很好喝的1", ["needs-letter"]],
    ["teakettle１", ["needs-digit"]],
    ["tea4kettle\n", ["control-characters"]],
    ["tea4\u0000kettle", ["control-characters"]],
    ["tea4\u202ekettle", ["control-characters"]],
    ["tea4kettle\ud800", ["control-characters"]],
  ])("%j is refused: %j", (password, problems) => expect(checkPassword(password, apply)).toEqual(problems));

  test("twenty characters are counted as a person counts them, not in bytes or code units", () => {
    expect(checkPassword(`a1${"𠮷".repeat(18)}`, apply)).toEqual([]);
    expect(checkPassword(`a1${"e\u0301".repeat(18)}`, apply)).toEqual([]);
    expect(checkPassword(`a1${"𠮷".repeat(19)}`, apply)).toEqual(["too-long"]);
  });

  test("one password typed in two Unicode forms is one password", () => {
    expect(normalizePassword("cafe\u0301 1234")).toBe(normalizePassword("café 1234"));
    expect(normalizePassword("ﬁ１")).toBe("ﬁ１");
  });

  test("a password longer than the rule is refused whatever it holds, never cut (C1)", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 21, maxLength: 300 }), (text) => {
        expect(checkPassword(`${text}a1`, apply)).toContain("too-long");
      }),
    );
  });
});

describe("a password when enabling an account (M55)", () => {
  test.each(["Teakettle4", "TEA-KETTLE-4", "tea-kettle-4", "Tea-kettle", "茶壺Tea12345"])("%s is good", (password) => {
    expect(checkPassword(password, enable)).toEqual([]);
  });

  test.each(["teakettle4", "TEAKETTLE4", "Teakettle", "tea-kettle", "12345-678", "壺壺壺壺壺壺壺壺1"])(
    "%s has too few kinds of character",
    (password) => expect(checkPassword(password, enable)).toEqual(["needs-classes"]),
  );
});

describe("a password under the strict profile (C1, C2)", () => {
  test("asks for length only", () => {
    expect(checkPassword("correct horse battery", strict)).toEqual([]);
    expect(checkPassword("Teakettle-4", strict)).toEqual(["too-short"]);
    expect(checkPassword("茶".repeat(129), strict)).toEqual(["too-long"]);
  });
});

describe("words a guesser tries first are refused (M17, C2)", () => {
  test.each([
    [{ accountName: "wangming" }, "wangming1", "contains-account-name"],
    [{ accountName: "wangming" }, "x1WangMing", "contains-account-name"],
    [{ accountName: "wang.ming_9" }, "wangming9!", "contains-account-name"],
    [{ accountName: "wangming" }, "gnimgnaw1", "contains-account-name"],
    [{ accountName: "wang.ming@home.test" }, "wangMing2026", "contains-account-name"],
    [{ name: "王小明" }, "王小明abc123", "contains-name"],
    [{ name: "臺小明" }, "abc台小明123", "contains-name"],
    [{ name: "巴奈．庫穗" }, "庫穗abc12345", "contains-name"],
    [{ name: "Mary Lin" }, "1234MARY5678", "contains-name"],
    [{ name: "Lin Yu-Ta" }, "linyuta1234", "contains-name"],
    [{ name: "José Núñez" }, "núñez2024x", "contains-name"],
    [{ personId: "A123456789" }, "A123456789", "contains-person-id"],
    [{ personId: "A123456789" }, "x123456789", "contains-person-id"],
    [{ personId: "A123456789" }, "my234567ok", "contains-person-id"],
    [{ personId: "A123456789" }, "school6789", "contains-person-id"],
    [{ personId: "A123456789" }, "Ａ１２３４５school1", "contains-person-id"],
    [{ personId: "X-77-01" }, "abcx7701de", "contains-person-id"],
  ])("%j and %s", (context, password, problem) => expect(checkPassword(password, apply, context)).toEqual([problem]));

  test.each([
    [{ accountName: "" }, "tea4kettle"],
    [{ accountName: "tea" }, "tea4kettle"],
    [{ name: "Lin" }, "Berlin1989"],
    [{ name: "王" }, "王老先生1234a"],
    [{ name: "．" }, "tea4kettle"],
    [{ personId: "F131104093" }, "tea13110x"],
    [{ personId: "F131104093" }, "school093"],
    [{ personId: "" }, "tea4kettle"],
    [{}, "tea4kettle"],
  ])("%j leaves %s alone", (context, password) => expect(checkPassword(password, apply, context)).toEqual([]));

  test("any password with the whole ID in it is refused", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5 }), fc.stringMatching(/^[A-Z][12][0-9]{8}$/), (text, personId) => {
        expect(checkPassword(text + personId.toLowerCase() + text, apply, { personId })).toContain(
          "contains-person-id",
        );
      }),
    );
  });
});
