import { describe, expect, it } from "vitest";
import { caseCode, caseNumber, readPair } from "../../../functions/contact-us/rules/numbers.ts";

describe("the number and the code of a case (M70)", () => {
  it("has the day in Taipei, which begins at 16:00 UTC", () => {
    const bytes = new Uint8Array(6);
    expect(caseNumber(Date.parse("2026-11-21T15:59:59Z"), bytes)).toBe("20261121-000000");
    expect(caseNumber(Date.parse("2026-11-21T16:00:00Z"), bytes)).toBe("20261122-000000");
  });

  it("uses every letter of the alphabet equally, and none that looks like another", () => {
    const counted = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const [letter = ""] = caseCode(new Uint8Array(8).fill(byte));
      counted.set(letter, (counted.get(letter) ?? 0) + 1);
    }
    expect([...counted.keys()].toSorted().join("")).toBe("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    expect(new Set(counted.values())).toEqual(new Set([8]));
    expect(caseCode(new Uint8Array(8))).toHaveLength(8);
  });

  it.each([
    ["20261121-7K4M2Q", "0A1B2C3D"],
    [" 20261121 7k4m2q ", "0a1b-2c3d"],
    ["２０２６１１２１－７Ｋ４Ｍ２Ｑ", "OAIB2C3D"],
    ["202611217K4M2Q", "oalb 2c3d"],
  ])("is read however a person types it: %s, %s", (number, code) => {
    expect(readPair({ number, code })).toEqual({ number: "20261121-7K4M2Q", code: "0A1B2C3D" });
  });

  it.each([" ", "-", "—", "案件", "𠮷𠮷𠮷𠮷𠮷", "ﷺﷺ"])(
    "what is no number at all is something to look up, and never empty: %j",
    (number) => {
      expect(readPair({ number, code: "x" }).number).toBe("-");
    },
  );
});
