import { describe, expect, test } from "vitest";
import {
  readGrantId,
  sessionFamily,
  sessionOf,
  writeGrantId,
} from "../../functions/adapters/openid-provider/grant-id.ts";
import type { Enrolment } from "../../functions/contract/schemas/parts.ts";
import { claimsOf, eduinfoOf } from "../../functions/oidc/rules/claims.ts";
import { schoolTermAt } from "../../functions/oidc/rules/school-year.ts";

const taipei = (date: string) => Date.parse(`${date}T00:00:00+08:00`);
const place: Enrolment = {
  role: "student",
  county: "臺北市",
  district: "文山區",
  school: { code: "383601", level: "國小", name: "市立測試國小" },
};

describe("the school year", () => {
  test.each([
    ["2026-07-31", 114, 2],
    ["2026-08-01", 115, 1],
    ["2026-12-31", 115, 1],
    ["2027-01-31", 115, 1],
    ["2027-02-01", 115, 2],
    ["2027-07-31", 115, 2],
  ])("%s is year %i, semester %i", (date, year, semester) => {
    expect(schoolTermAt(taipei(date))).toEqual({ year, semester });
  });

  test("begins at midnight in Taipei, not in Greenwich", () => {
    expect(schoolTermAt(taipei("2026-08-01") - 1)).toEqual({ year: 114, semester: 2 });
  });
});

describe("the education record", () => {
  const now = taipei("2026-11-21");

  test("has a school once with all titles there, and a class for each enrolment that has one", () => {
    const enrolments: Enrolment[] = [
      { ...place, role: "teacher" },
      { ...place, role: "staff" },
      { ...place, role: "student", school: { ...place.school, code: "014569" }, grade: "4", class: "02" },
      { ...place, role: "teacher", grade: "5", class: "和班" },
    ];
    expect(eduinfoOf({ enrolments }, now)).toEqual({
      schoolid: "383601",
      titles: [
        { schoolid: "383601", titles: ["教師", "職員"] },
        { schoolid: "014569", titles: ["學生"] },
      ],
      classinfo: [
        { year: "115", semester: "01", schoolid: "014569", grade: "4", classno: "02", classtitle: "4年2班" },
        { year: "115", semester: "01", schoolid: "383601", grade: "5", classno: "和班", classtitle: "和班" },
      ],
    });
  });

  test("of somebody without an enrolment is empty, not missing", () => {
    expect(eduinfoOf({ enrolments: [] }, now)).toEqual({ schoolid: "", titles: [], classinfo: [] });
  });
});

describe("claims", () => {
  const site = "https://account.test";
  const person = { accountName: "wang123", name: "王小明", enrolments: [place], createdAt: "2026-11-20T00:00:00.000Z" };

  test("of 其他 are nickname, gender and picture, and no account: it is the address, which the scope email gives (M20)", () => {
    const parent = {
      ...person,
      accountName: "mei@home.test",
      enrolments: [],
      details: { nickname: "小美", gender: "female" as const, phone: "02-1234-5678" },
      picture: "p".repeat(22),
      email: { value: "Mei@home.test", proved: true },
    };
    const claims = claimsOf(parent, taipei("2026-11-21"), site);
    expect(claims).toMatchObject({
      name: "王小明",
      nickname: "小美",
      gender: "female",
      picture: `${site}/api/pictures/${"p".repeat(22)}`,
      email: "Mei@home.test",
      titles: [],
    });
    expect(claims).not.toHaveProperty("preferred_username");
    expect(JSON.stringify({ ...claims, email: "" })).not.toMatch(/@|1234/);
  });

  test("have no address that nobody proved, and no ID number that is not there", () => {
    const claims = claimsOf({ ...person, email: { value: "a@b.test", proved: false } }, taipei("2026-11-21"), site);
    expect(Object.keys(claims)).not.toEqual(expect.arrayContaining(["email"]));
    expect(claims).not.toHaveProperty("personid");
    expect(claims).toMatchObject({ preferred_username: "wang123", updated_at: 1_795_132_800, openid2_id: [] });
  });
});

describe("the id of a grant", () => {
  test("is read as it was written; anything else is none", () => {
    const grant = { userId: "u", clientId: "c", generation: "g", epoch: 3, family: sessionFamily("key", "random") };
    expect(readGrantId(writeGrantId(grant))).toEqual(grant);
    expect(sessionOf(grant.family)).toBe("key");
    expect(sessionOf("orandom")).toBeUndefined();
    for (const text of ["", "u~c~g~3", `${writeGrantId(grant)}~x`]) expect(readGrantId(text)).toBeUndefined();
  });
});
