import { describe, expect, test } from "vitest";
import type { CountyIdentity } from "../../functions/contract/counties.ts";
import { checkIdentity, schoolYearOf } from "../../lib/county-check/identity.ts";
import { problemsIn, warningsIn } from "./read-findings.ts";

const school = {
  code: "533301",
  roles: ["student" as const],
  titles: ["學生"],
  grade: "11",
  class: "3",
  seat: "27",
  year: 115,
  semester: 1 as const,
};
const person: CountyIdentity = {
  county: "KHH",
  subject: "subject-of-a-person",
  name: "王小明",
  nameMasked: false,
  roles: ["student"],
  schools: [school],
  email: "wang@mail.example",
  personDigest: "0".repeat(64),
};
const known = {
  schoolName: (code: string) => (code === "533301" ? "市立左營高中" : undefined),
  now: new Date("2026-11-21T00:00:00Z"),
};
const told = (change: Partial<CountyIdentity>) => checkIdentity({ ...person, ...change }, known);

describe("a person as a county tells of them (M3)", () => {
  test("all is there: no warning", () => {
    expect([...warningsIn(told({})), ...problemsIn(told({}))]).toEqual([]);
  });

  test("what is shown is masked (T49)", () => {
    const shown = told({})
      .map(({ zh, en }) => `${zh}\n${en}`)
      .join("\n");
    expect(shown).toContain("王○明");
    expect(shown).toContain("seat **");
    for (const whole of [person.name, person.subject, person.email, person.personDigest, "27"]) {
      expect(shown).not.toContain(whole);
    }
  });

  test.each<[string, Partial<CountyIdentity>, string]>([
    ["no guid", { personDigest: undefined } as never, "people will fill in their data"],
    ["a masked name", { name: "王○明", nameMasked: true }, "The county hides a part of the name"],
    ["no name", { name: undefined } as never, "There is no name"],
    ["no role", { roles: [] }, "The role (student, teacher, staff) cannot be told"],
    ["no school", { schools: [] }, "There is no school"],
    ["an unknown school", { schools: [{ ...school, code: "000000" }] }, "The school directory has no such code"],
    ["a grade in words", { schools: [{ ...school, grade: "三年級" }] }, "the grade is not a number"],
    [
      "no semester",
      { schools: [{ ...school, semester: undefined as never }] },
      "no school year and semester, taken as the present one, 115",
    ],
    ["next year's class", { schools: [{ ...school, year: 116 }] }, "is ahead of the present one, 115"],
  ])("%s is a warning", (_, change, said) => {
    expect(warningsIn(told(change))).toEqual([expect.stringContaining(said)]);
    expect(problemsIn(told(change))).toEqual([]);
  });

  test("a teacher needs no class, year or semester", () => {
    const teacher = { code: "533301", roles: ["teacher" as const], titles: ["教師"] };
    expect(warningsIn(told({ roles: ["teacher"], schools: [teacher] }))).toEqual([]);
  });
});

test.each([
  ["2026-07-31T15:59:59Z", 114],
  ["2026-07-31T16:00:00Z", 115],
  ["2026-12-31T16:00:00Z", 115],
  ["2027-01-31T00:00:00Z", 115],
])("the school year at %s is %i: it begins on 1 August in Taiwan", (at, year) => {
  expect(schoolYearOf(new Date(at))).toBe(year);
});
