import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitsFrom } from "../../../functions/captcha/rules/digits.ts";

describe("the digits of a captcha (M25)", () => {
  test("are three, for any sixteen random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16, max: 249 }), (bytes) => {
        expect(digitsFrom(bytes)).toMatch(/^[0-9]{3}$/);
      }),
    );
  });

  test("are each as likely as the others: every digit comes from 25 of the 250 bytes taken", () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 250; byte += 1) {
      const [first = ""] = digitsFrom(Uint8Array.of(byte, 0, 0));
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([...counts.keys()].sort().join("")).toBe("0123456789");
    expect(new Set(counts.values())).toEqual(new Set([25]));
  });

  test("pass over the six bytes that would favour 0 to 5", () => {
    expect(digitsFrom(Uint8Array.of(250, 251, 7, 252, 253, 18, 254, 255, 249))).toBe("789");
  });

  test("are refused when the bytes do not give three", () => {
    expect(() => digitsFrom(Uint8Array.of(1, 2, 250, 255))).toThrow(RangeError);
    expect(() => digitsFrom(new Uint8Array())).toThrow(RangeError);
  });
});
