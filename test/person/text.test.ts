import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countCharacters, findForbiddenCharacter, trimSpaces } from "../../functions/person/text.ts";

describe("characters that no field may hold (T28)", () => {
  test.each([
    ["a\u0000b", "nul"],
    ["a\nb", "control"],
    ["a\rb", "control"],
    ["a\tb", "control"],
    ["a\u001bb", "control"],
    ["a\u007fb", "control"],
    ["a\u0085b", "control"],
    ["a\u2028b", "control"],
    ["a\u200eb", "bidi"],
    ["a\u061cb", "bidi"],
    ["a\u202eb", "bidi"],
    ["a\u2066b", "bidi"],
    ["a\ud800", "unpaired-surrogate"],
    ["\udc00a", "unpaired-surrogate"],
  ])("%j holds one: %s", (text, found) => expect(findForbiddenCharacter(text)).toBe(found));

  test.each(["", "王小明", "𠮷", "👩‍🏫", "巴奈．庫穗", "a\u200bb", "नमस्ते"])("%j holds none", (text) => {
    expect(findForbiddenCharacter(text)).toBeUndefined();
  });

  test("a text of several lines may break its lines and nothing else", () => {
    expect(findForbiddenCharacter("一\n二\r\n\t三", { lines: true })).toBeUndefined();
    expect(findForbiddenCharacter("一\r二", { lines: true })).toBe("control");
    expect(findForbiddenCharacter("一\u2029二", { lines: true })).toBe("control");
    expect(findForbiddenCharacter("一\n\u0000", { lines: true })).toBe("nul");
    expect(findForbiddenCharacter("一\n\u202e", { lines: true })).toBe("bidi");
  });

  test("one bad character is found wherever it stands in a long text", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.constantFrom("\0", "\n", "\u202e", "\ud800"), (place, bad) => {
        expect(findForbiddenCharacter("王".repeat(place) + bad + "明".repeat(100_000 - place))).toBeDefined();
      }),
      { numRuns: 20 },
    );
  });
});

describe("spaces and length", () => {
  test("only plain and full-width spaces are taken off, at the ends alone", () => {
    expect(trimSpaces(" \u3000王 小明\u3000 ")).toBe("王 小明");
    expect(trimSpaces("\t王\n")).toBe("\t王\n");
    expect(trimSpaces("\u00a0王")).toBe("\u00a0王");
    expect(trimSpaces(" \u3000 ")).toBe("");
  });

  test("length is what a person counts", () => {
    expect(countCharacters("𠮷田")).toBe(2);
    expect(countCharacters("e\u0301")).toBe(1);
  });
});
