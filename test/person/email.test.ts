import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEmail } from "../../functions/person/email.ts";

const label = (length: number) => "d".repeat(length);

describe("an e-mail address (M18, M20)", () => {
  test.each([
    ["wang@gmail.com", "wang@gmail.com"],
    [" wang@gmail.com\u3000", "wang@gmail.com"],
    ["Wang.Ming+school@Mail.EDU.tw", "Wang.Ming+school@mail.edu.tw"],
    ["o'brien@example.ie", "o'brien@example.ie"],
    ["a@b.tw", "a@b.tw"],
    ["a@xn--fiq228c.xn--kpry57d", "a@xn--fiq228c.xn--kpry57d"],
    [`${"l".repeat(64)}@example.com`, `${"l".repeat(64)}@example.com`],
    [`a@${label(63)}.tw`, `a@${label(63)}.tw`],
  ])("%j is read", (typed, email) => expect(parseEmail(typed)).toEqual({ ok: true, email }));

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    [`${"l".repeat(64)}@${label(63)}.${label(63)}.${label(60)}.tw`, "too-long"],
    ["wang ming@gmail.com", "white-space"],
    ["wang@gmail.com\r\nBcc: all@example.com", "white-space"],
    ["wang@gmail.com\n", "white-space"],
    ["wang\u0000@gmail.com", "characters"],
    ["wang\u202e@gmail.com", "characters"],
    ["wang@gmail\u200b.com", "characters"],
    ["王@gmail.com", "characters"],
    ["wang@例子.tw", "characters"],
    ["\u212aate@gmail.com", "characters"],
    ["ｗang@gmail.com", "full-width"],
    ["wang＠gmail.com", "full-width"],
    ["wang", "at"],
    ["wang@ming@gmail.com", "at"],
    ["a@b.tw,c@d.tw", "at"],
    ["@gmail.com", "local-part"],
    [".wang@gmail.com", "local-part"],
    ["wang.@gmail.com", "local-part"],
    ["wang..ming@gmail.com", "local-part"],
    ['"wang"@gmail.com', "local-part"],
    ["wang<x>@gmail.com", "local-part"],
    [`${"l".repeat(65)}@example.com`, "local-part"],
    ["wang@", "domain"],
    ["wang@localhost", "domain"],
    ["wang@gmail..com", "domain"],
    ["wang@.gmail.com", "domain"],
    ["wang@gmail.com.", "domain"],
    ["wang@-gmail.com", "domain"],
    ["wang@gmail-.com", "domain"],
    ["wang@gm_ail.com", "domain"],
    ["wang@gmail.c", "domain"],
    ["wang@127.0.0.1", "domain"],
    ["wang@[127.0.0.1]", "domain"],
    [`a@${label(64)}.tw`, "domain"],
  ])("%j is refused: %s (T24)", (typed, reason) => expect(parseEmail(typed)).toEqual({ ok: false, reason }));

  test("a very long one is refused for its length", () => {
    expect(parseEmail(`${"a.".repeat(500_000)}@gmail.com`)).toEqual({ ok: false, reason: "too-long" });
  });

  test("what is accepted is one line of ASCII with one @, and reads itself back", () => {
    const near = fc.string({ unit: fc.constantFrom(..."abA1.@-+_\r\n ＠王") });
    fc.assert(
      fc.property(fc.oneof(near, fc.emailAddress(), fc.string({ unit: "binary" })), (text) => {
        const parsed = parseEmail(text);
        if (!parsed.ok) return;
        expect(parsed.email).toMatch(/^[\x21-\x3f\x41-\x7e]+@[a-z0-9.-]+$/);
        expect(parseEmail(parsed.email)).toEqual(parsed);
      }),
      { numRuns: 500 },
    );
  });
});
