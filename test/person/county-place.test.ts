import { describe, expect, it } from "vitest";
import { isCountysPlace, isVouchedFor } from "../../functions/person/county-place.ts";
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

describe("whom a county vouches for that does not say whose ID it is (T35)", () => {
  const pupil = { ...place, grade: "4", class: "2", seat: "7" };
  const school = { code: "533301", grade: "4", class: "02", seat: "07" };
  const vouched = (change: object, at: Partial<typeof pupil> = pupil) =>
    isVouchedFor({ ...said, schools: [school], ...change }, "高雄市", "黃子晴", { ...place, ...at });

  it("a person it names in full, at a school it names", () => {
    expect(vouched({ schools: [{ code: "533301" }] })).toBe(true);
    expect(vouched({ name: undefined })).toBe(false);
    expect(vouched({ schools: [] })).toBe(false);
  });

  it("a pupil whose name it masks, only on the very seat: the name alone fits many at one school", () => {
    const masked = { name: "黃○晴", nameMasked: true };
    expect(vouched(masked)).toBe(true);
    expect(vouched({ ...masked, name: "○○○" }, { ...pupil, seat: "8" })).toBe(false);
    for (const other of [{ grade: "5" }, { class: "3" }, { seat: "8" }])
      expect(vouched(masked, { ...pupil, ...other })).toBe(false);
    expect(vouched({ ...masked, schools: [{ ...school, code: "533302" }, { code: "533301" }] })).toBe(false);
    expect(vouched({ ...masked, schools: [{ code: "533301" }] }, {})).toBe(false);
  });
});
