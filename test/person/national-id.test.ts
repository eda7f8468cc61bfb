import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePersonId, taiwanIdKind } from "../../functions/person/national-id.ts";

const vectors = readFileSync(new URL("fixtures/id-test-vectors.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [number = "", kind = "", expected = ""] = line.split(",");
    return { number, kind, expected };
  });
const kinds: Record<string, string> = { national: "national", ui_new: "resident", ui_old: "resident-old" };

/** Numbers that pass the check: eight free characters, then the one last digit that completes them. */
const validIds = fc
  .tuple(
    fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    fc.constantFrom(..."1289ABCD"),
    fc.stringMatching(/^[0-9]{7}$/),
  )
  .map(([letter, second, digits]) => {
    const last = [..."0123456789"].find((digit) => taiwanIdKind(letter + second + digits + digit));
    return `${letter}${second}${digits}${last}`;
  });

describe("the published and computed sample numbers (M13)", () => {
  test("there are 62 of them", () => expect(vectors).toHaveLength(62));

  test.each(vectors)("$number is $expected as written", ({ number, kind, expected }) => {
    expect(taiwanIdKind(number)).toBe(expected === "valid" ? kinds[kind] : undefined);
  });

  test.each(vectors.filter((row) => row.expected === "valid"))("$number is read with its kind", ({ number, kind }) => {
    expect(parsePersonId(number)).toEqual({ ok: true, id: number, kind: kinds[kind] });
  });

  test.each(vectors.filter((row) => row.expected === "invalid:checksum"))("$number is told to be a slip", (row) => {
    expect(parsePersonId(row.number)).toEqual({ ok: false, reason: "checksum" });
  });

  test.each([
    ["Ａ123456789", "A123456789"],
    ["A1２3456789", "A123456789"],
  ])("full-width %s is read as %s", (typed, id) => {
    expect(parsePersonId(typed)).toEqual({ ok: true, id, kind: "national" });
  });

  test.each(["A023456789", "A323456789", "AE23456789", "AZ23456789", "1123456789", "AA1234567B"])(
    "%s is no Taiwan number, so an opaque ID of another kind",
    (id) => expect(parsePersonId(id)).toEqual({ ok: true, id, kind: "other" }),
  );

  test.each([
    ["", "empty"],
    ["A1234 6789", "characters"],
    ["A١23456789", "characters"],
  ])("%j is refused: %s", (typed, reason) => expect(parsePersonId(typed)).toEqual({ ok: false, reason }));
});

describe("what a person types", () => {
  test.each([" a123456789 ", "\u3000A123456789\u3000", "ａ１２３４５６７８９"])("%j is A123456789", (typed) => {
    expect(parsePersonId(typed)).toMatchObject({ ok: true, id: "A123456789" });
  });

  test.each(["A123456789\n", "\tA123456789", "A123456789\r\n", "A12345\u00006789", "\u202eA123456789", "\ud800A123"])(
    "%j is refused for its control character (T28)",
    (typed) => expect(parsePersonId(typed)).toEqual({ ok: false, reason: "characters" }),
  );

  test.each([
    ["   ", "empty"],
    ["AB1", "too-short"],
    ["A".repeat(31), "too-long"],
    ["AB_1234", "characters"],
    ["ＡＢ１２＇", "characters"],
    ["護照1234", "characters"],
  ])("%j is refused: %s", (typed, reason) => expect(parsePersonId(typed)).toEqual({ ok: false, reason }));

  test("a very long one is refused for its length", () => {
    expect(parsePersonId("A".repeat(1_000_000))).toEqual({ ok: false, reason: "too-long" });
  });

  test.each(["AB12", "X-2024-0001", "A".repeat(30)])("%s is an opaque ID of another kind", (id) => {
    expect(parsePersonId(id)).toEqual({ ok: true, id, kind: "other" });
  });
});

describe("the check digit", () => {
  test("every number that passes it is read, in either case and width", () => {
    fc.assert(
      fc.property(validIds, (id) => {
        const wide = [...id.toLowerCase()].map((character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0));
        expect(parsePersonId(wide.join(""))).toEqual(parsePersonId(id));
        expect(parsePersonId(id)).toMatchObject({ ok: true, id });
      }),
    );
  });

  test("exactly one last digit completes any number", () => {
    fc.assert(
      fc.property(validIds, (id) => {
        const complete = [..."0123456789"].filter((digit) => taiwanIdKind(id.slice(0, 9) + digit));
        expect(complete).toEqual([id[9]]);
      }),
    );
  });

  test("catches about nine of ten slips of one digit, and never all", () => {
    let slips = 0;
    let missed = 0;
    for (const id of fc.sample(validIds, { numRuns: 500, seed: 20250901 })) {
      for (let place = 2; place < 10; place += 1) {
        for (const digit of "0123456789".replace(id.charAt(place), "")) {
          slips += 1;
          if (taiwanIdKind(id.slice(0, place) + digit + id.slice(place + 1))) missed += 1;
        }
      }
    }
    expect(slips).toBe(500 * 8 * 9);
    expect(missed / slips).toBeGreaterThan(0.08);
    expect(missed / slips).toBeLessThan(0.13);
  });

  test("any text at all gets an answer, and a good answer reads itself back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const parsed = parsePersonId(text);
        if (parsed.ok) expect(parsePersonId(parsed.id)).toEqual(parsed);
      }),
    );
  });
});
