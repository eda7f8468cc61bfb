import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskEmail, maskMobile, maskName, maskPersonId } from "../../functions/person/masks.ts";

describe("masks", () => {
  test.each([
    ["王小明", "王○明"],
    ["王明", "王○"],
    ["王", "○"],
    ["", "○"],
    ["歐陽小明", "歐○○明"],
    ["巴奈．庫穗", "巴○○○穗"],
    ["王 小 明", "王○明"],
    ["𠮷田堃", "𠮷○堃"],
    ["\u845b\u{e0100}小明", "葛○明"],
    ["John Smith", "J○○ S○○"],
    ["Mary-Ann O'Neil", "M○○ A○○ O○○ N○○"],
    ["Élodie", "É○○"],
    ["...", "○"],
  ])("the name %j is shown as %j", (name, shown) => expect(maskName(name)).toBe(shown));

  test.each([
    ["wang@gmail.com", "w***@gmail.com"],
    ["w@gmail.com", "w***@gmail.com"],
    ["wang", "***"],
    ["@gmail.com", "***"],
    ["", "***"],
  ])("the address %j is shown as %j", (email, shown) => expect(maskEmail(email)).toBe(shown));

  test.each([
    ["+886912345678", "0912***678"],
    ["0912345678", "***"],
    ["", "***"],
  ])("the number %j is shown as %j", (mobile, shown) => expect(maskMobile(mobile)).toBe(shown));

  test.each([
    ["A123456789", "A12*****89"],
    ["AB12", "A***"],
    ["X-2024-00", "X********"],
    ["X-2024-00012", "X-2*******12"],
    ["", ""],
  ])("the ID %j is shown as %j", (id, shown) => expect(maskPersonId(id)).toBe(shown));

  test("a masked name never shows a middle character", () => {
    const characters = fc.uniqueArray(fc.constantFrom(..."王李張陳林小明美玲志豪𠮷堃"), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(characters, (name) => {
        const shown = maskName(name.join(""));
        for (const hidden of name.slice(1, -1)) expect(shown).not.toContain(hidden);
      }),
    );
  });

  test("a masked ID shows at most half of the ID and keeps its length", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9-]{4,30}$/), (id) => {
        const shown = maskPersonId(id);
        expect(shown).toHaveLength(id.length);
        expect(shown.split("*").length - 1).toBeGreaterThanOrEqual(id.length / 2);
      }),
    );
  });
});
