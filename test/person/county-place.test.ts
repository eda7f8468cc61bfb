import { describe, expect, it } from "vitest";
import { isCountysPlace } from "../../functions/person/county-place.ts";
import { sameMaskedName } from "../../functions/person/name.ts";

const place = { county: "高雄市", role: "student", school: { code: "533301" } };
const said = { name: "黃子晴", nameMasked: false, roles: ["student"], schools: [{ code: "533301" }] };
const fits = (change: Partial<typeof said>, county = "高雄市", name = "黃子晴") =>
  isCountysPlace({ ...said, ...change }, county, name, place);

describe("whom a county may speak for (T35)", () => {
  it("a person of its own schools, in the role and under the name it says", () => {
    expect(fits({})).toBe(true);
    expect(fits({ schools: [], roles: [] })).toBe(true);
  });

  it.each([
    ["another county's person", () => fits({}, "臺北市")],
    ["a person of a school it did not name", () => fits({ schools: [{ code: "383601" }] })],
    ["a pupil as a teacher", () => fits({ roles: ["teacher"] })],
    ["somebody of another name", () => fits({ name: "黃子睛" })],
  ])("never %s", (_who, ask) => {
    expect(ask()).toBe(false);
  });
});

describe("masked names", () => {
  it.each([
    ["黃○晴", "黃子晴"],
    ["黃*晴", "黃子晴"],
    ["黃Ｏ晴", "黃子晴"],
    ["台○", "臺安"],
    ["歐○○華", "歐陽小華"],
  ])("%s fits %s", (masked, name) => {
    expect(sameMaskedName(masked, name)).toBe(true);
  });

  it.each([
    ["黃○晴", "黃子安"],
    ["黃○", "黃子晴"],
    ["○○○○", "黃子晴"],
    ["", ""],
    ["林○晴", "黃子晴"],
  ])("%s does not fit %s", (masked, name) => {
    expect(sameMaskedName(masked, name)).toBe(false);
  });
});
