import { describe, expect, test } from "vitest";
import { countyIds } from "../../../functions/contract/schemas/county-id.ts";
import { readBegun, writeBegun } from "../../../web/components/county-picker/begun.ts";
import { canStart, isCountyId, shownState, tiles } from "../../../web/components/county-picker/tiles.ts";
import { countyWords } from "../../../web/words/county.ts";

const column = (id: keyof typeof tiles) => tiles[id][0];
const row = (id: keyof typeof tiles) => tiles[id][1];

describe("M31: the tile map", () => {
  test("has each of the 22 counties once, and no two in one place", () => {
    expect(Object.keys(tiles).sort()).toEqual([...countyIds].sort());
    expect(new Set(Object.values(tiles).map(String)).size).toBe(22);
  });

  test("lies as Taiwan does", () => {
    const west = ["TPE", "HSZ", "MIA", "TXG", "CHA", "NAN", "YUN", "CYI", "TNN", "KHH", "PIF"] as const;
    for (const [north, south] of west.slice(1).map((id, place) => [west[place] ?? id, id] as const))
      expect(row(north), `${north} ${south}`).toBeLessThanOrEqual(row(south));
    for (const id of ["KIN", "LIE", "PEN"] as const) expect(column(id)).toBe(1);
    expect(column("HUA")).toBeGreaterThan(column("NAN"));
    expect(column("TTT")).toBeGreaterThan(column("KHH"));
    expect(row("KEE")).toBeLessThan(row("ILA"));
    expect(row("ILA")).toBeLessThan(row("HUA"));
    expect(row("HUA")).toBeLessThan(row("TTT"));
  });

  test("says of each county how it is, in words", () => {
    expect(countyWords[shownState({ on: true, state: "up" })]["zh-TW"]).toBe("正常");
    expect(countyWords[shownState({ on: true, state: "slow" })]["zh-TW"]).toBe("較慢");
    expect(countyWords[shownState({ on: true, state: "down" })]["zh-TW"]).toBe("暫時無法使用");
    for (const state of ["up", "slow", "down"] as const)
      expect(countyWords[shownState({ on: false, state })]["zh-TW"]).toBe("尚未開放");
  });

  test("leads to the county unless it is off or down", () => {
    expect(canStart({ on: true, state: "up" })).toBe(true);
    expect(canStart({ on: true, state: "slow" })).toBe(true);
    expect(canStart({ on: true, state: "down" })).toBe(false);
    expect(canStart({ on: false, state: "up" })).toBe(false);
  });

  test.each(["KHH ", "khh", "", "toString", undefined])("%j is no county", (text) => {
    expect(isCountyId(text)).toBe(false);
  });
});

describe("M40, M47: the way back to where the county sign-in began", () => {
  const begun = { county: "KHH", purpose: "forgot-account", from: "/forgot-account" } as const;

  test("is remembered as it was", () => {
    expect(readBegun(writeBegun(begun))).toEqual(begun);
  });

  test.each([
    null,
    "",
    "{",
    "null",
    "1",
    JSON.stringify({ ...begun, county: "ZZZ" }),
    JSON.stringify({ ...begun, purpose: "constructor" }),
    JSON.stringify({ ...begun, from: "//evil.example" }),
    JSON.stringify({ ...begun, from: "https://evil.example" }),
    JSON.stringify({ county: "KHH" }),
  ])("%j is nothing", (kept) => expect(readBegun(kept)).toBeUndefined());
});
