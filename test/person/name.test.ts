import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName, isPersonName, sameName } from "../../functions/person/name.ts";

describe("two spellings of one name are the same (M13)", () => {
  test.each([
    ["臺小明", "台小明", "臺 and 台"],
    ["王 小 明", "王小明", "spaces"],
    ["王\u3000小明", "王小明", "a full-width space"],
    ["王\u200b小\ufeff明", "王小明", "zero-width characters"],
    ["\u{845b}\u{e0100}小明", "葛小明", "a variation selector"],
    ["巴奈．庫穗", "巴奈·庫穗", "a full-width full stop"],
    ["巴奈‧庫穗", "巴奈・庫穗", "hyphenation point and katakana dot"],
    ["巴奈•庫穗", "巴奈.庫穗", "bullet and full stop"],
    ["巴奈･庫穗", "巴奈·庫穗", "the half-width katakana dot"],
    ["ＭＡＲＹ　ＬＩＮ", "Mary Lin", "full-width letters and case"],
    ["Lin Hsiao–Ming", "LIN HSIAO-MING", "dash and hyphen"],
    ["O’Brien", "O'Brien", "a curled apostrophe"],
    ["Jose\u0301", "JOSÉ", "an accent typed apart"],
    ["Straße", "STRASSE", "ß in upper case"],
  ])("%j and %j: %s", (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  test.each([
    ["𠮷田", "吉田"],
    ["王堃", "王坤"],
    ["王小明", "王小名"],
    ["王小明", "王明小"],
    ["林", "林林"],
    ["José", "Jose"],
    ["", ""],
    [" ", "\u200b"],
  ])("%j and %j are not", (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });

  test.each(["𠮷", "堃", "犇", "峯", "邨", "\u{20bb7}\u{2a700}"])("the rare character %s stays as it is", (name) => {
    expect(foldName(name)).toBe(name);
  });

  test("folding twice changes nothing more, for any text", () => {
    const awkward = fc.constantFrom(..."臺台．·・‧•. \u3000\u200b\u0301´¨İıßſΣσςｶﾞﬁ①㈱\ufe0f\u00ad-–A");
    const text = fc.string({ unit: fc.oneof(awkward, fc.string({ unit: "binary", minLength: 1, maxLength: 1 })) });
    fc.assert(
      fc.property(text, (name) => {
        const folded = foldName(name);
        expect(foldName(folded)).toBe(folded);
        expect(folded).toBe(folded.normalize("NFKC"));
        expect(folded).not.toMatch(/\s/u);
      }),
      { numRuns: 1000 },
    );
  });

  test("spaces anywhere make no difference", () => {
    const name = fc.array(fc.constantFrom(..."王李小明美玲𠮷堃．"), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(name, fc.constantFrom(" ", "\u3000", "\u200b", "\u00a0"), (characters, space) => {
        expect(sameName(characters.join(""), `${space}${characters.join(space)}${space}`)).toBe(true);
      }),
    );
  });
});

describe("what can be a name", () => {
  test.each([
    "林",
    "王小明",
    "𠮷田",
    "巴奈．庫穗",
    " Mary Lin ",
    "O'Brien",
    "\ue000",
    "王".repeat(60),
    "𠮷".repeat(60),
  ])("%s is one", (name) => expect(isPersonName(name)).toBe(true));

  test.each([
    ["", "nothing"],
    [" \u3000 ", "only spaces"],
    ["\u200b\ufe0f", "nothing to see"],
    ["．．", "only dots"],
    ["12345", "only digits"],
    ["王".repeat(61), "61 characters"],
    ["王\u0000明", "NUL"],
    ["王小明\n", "a line end"],
    ["王\u202e明", "a bidi override"],
    ["王\ud842", "half a surrogate pair"],
  ])("%j is none: %s", (name) => expect(isPersonName(name)).toBe(false));
});
