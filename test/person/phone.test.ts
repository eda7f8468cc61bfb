import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMobile, parseMobile, parsePhone } from "../../functions/person/phone.ts";

describe("a mobile number (M18)", () => {
  test.each([
    "0912345678",
    "0912-345-678",
    "0912 345 678",
    "(0912) 345-678",
    "0912.345.678",
    "+886912345678",
    "+886 912 345 678",
    "+886-912-345-678",
    "886912345678",
    "+886 0912 345 678",
    "０９１２－３４５－６７８",
    "＋８８６９１２３４５６７８",
    " 0912345678\u3000",
  ])("%j is read", (typed) => expect(parseMobile(typed)).toEqual({ ok: true, e164: "+886912345678" }));

  test.each([
    ["", "empty"],
    [" \u3000", "empty"],
    ["0912345678\n", "characters"],
    ["0912\u0000345678", "characters"],
    ["0912345678 ext 5", "characters"],
    ["0912٣45678", "characters"],
    ["0912+345678", "characters"],
    ["091234567", "length"],
    ["09123456789", "length"],
    ["+88691234567", "length"],
    ["0990123456", "personal-number"],
    ["+886 993 456 789", "personal-number"],
    ["02-2345-6789", "not-mobile"],
    ["+886 2 2345 6789", "not-mobile"],
    ["0800-123-456", "not-mobile"],
    ["912345678", "not-mobile"],
    ["-", "not-mobile"],
    ["+1 202 555 0123", "foreign"],
    ["+86 138 0013 8000", "foreign"],
    ["+", "characters"],
  ])("%j is refused: %s (T12)", (typed, reason) => expect(parseMobile(typed)).toEqual({ ok: false, reason }));

  test("a very long one is refused like any other of the wrong length", () => {
    expect(parseMobile(`09${"1".repeat(1_000_000)}`)).toEqual({ ok: false, reason: "length" });
  });

  test("is shown as people write it, and reads itself back", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+8869[0-8][0-9]{7}$/), (e164) => {
        expect(formatMobile(e164)).toMatch(/^09[0-9]{2}-[0-9]{3}-[0-9]{3}$/);
        expect(parseMobile(formatMobile(e164))).toEqual({ ok: true, e164 });
        expect(parseMobile(e164)).toEqual({ ok: true, e164 });
      }),
    );
  });

  test("is left as it is when it is no Taiwan mobile", () => {
    expect(formatMobile("+12025550123")).toBe("+12025550123");
  });

  test("nothing outside +8869 is ever accepted, whatever is typed (T12)", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."0123456789+- ()886９"), maxLength: 20 });
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseMobile(text);
        if (parsed.ok) expect(parsed.e164).toMatch(/^\+8869[0-8][0-9]{7}$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a telephone number that nothing is sent to (M20)", () => {
  test.each([
    ["0912-345-678", "0912-345-678"],
    ["(02) 2737-7711 #12", "(02) 2737-7711 #12"],
    ["02-2737-7711分機12", "02-2737-7711分機12"],
    ["+1 415 555 0100 ext. 7", "+1 415 555 0100 ext. 7"],
    ["2737711", "2737711"],
    ["\u3000０２－２７３７－７７１１ ", "02-2737-7711"],
  ])("%j is read as it was typed, half width", (typed, phone) =>
    expect(parsePhone(typed)).toEqual({ ok: true, phone }),
  );

  test.each([
    ["", "characters"],
    ["call me", "characters"],
    ["02-2737-7711\n", "characters"],
    ["<b>0912345678</b>", "characters"],
    ["#12", "characters"],
    ["02-2737-7711 #", "characters"],
    ["123456", "length"],
    ["()--", "length"],
    ["1234567890123456", "length"],
  ])("%j is refused: %s", (typed, reason) => expect(parsePhone(typed)).toEqual({ ok: false, reason }));

  test("whatever is read is read the same again, and has no line end and no markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        const parsed = parsePhone(typed);
        if (!parsed.ok) return;
        expect(parsePhone(parsed.phone)).toEqual(parsed);
        expect(parsed.phone).not.toMatch(/[\n\r<>"]/);
      }),
    );
  });
});
