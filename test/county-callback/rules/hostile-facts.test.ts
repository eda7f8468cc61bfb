import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countyIdentity } from "../../../functions/contract/counties.ts";
import { countyProfiles, profileOf } from "../../../functions/county-callback/counties/counties.ts";
import { identityOf } from "../../../functions/county-callback/rules/identity.ts";
import { kaohsiungPupil, newTaipeiTeacher, platformTeacher, tainanPupil, taipeiTeacher } from "../fixtures/told.ts";
import { digestOf, read, simpleRegistration } from "./read.ts";

const profiles = [...countyProfiles, simpleRegistration];
const platform = profileOf("TAO");

/** Whatever comes: no throw, and either a stable word or an identity of the schema within its bounds. */
function holds(profile: (typeof profiles)[number], subject: unknown, told: Record<string, unknown>): void {
  const result = identityOf(profile, { subject: subject as string, told }, digestOf);
  if (!result.ok) {
    expect(result.reason).toMatch(/^subject\.[a-z-]+$/);
    return;
  }
  expect(countyIdentity.safeParse(result.identity).error?.issues ?? []).toEqual([]);
  const { schools } = result.identity;
  expect(schools.length).toBeLessThanOrEqual(20);
  for (const { code, titles, grade = "", class: name = "", seat = "" } of schools) {
    expect(titles.length).toBeLessThanOrEqual(20);
    for (const text of [code, ...titles, grade, name, seat]) expect(text.length).toBeLessThanOrEqual(120);
  }
}

const names = [
  "id",
  "sid",
  "schoolid",
  "schools",
  "title",
  "titles",
  "role",
  "groups",
  "classinfo",
  "year",
  "semester",
];
const more = [
  "grade",
  "gradeId",
  "classno",
  "classId",
  "classtitle",
  "seat",
  "o",
  "class",
  "guid",
  "name",
  "__proto__",
];
const words = fc.constantFrom(
  "教師",
  "學生",
  "家長",
  "034601",
  "113",
  "01",
  "六年二班",
  "-1",
  "〇",
  '{sid:"1"',
  "[['a']]",
);
/** Values whose members have the names that readers look for, so that the readers are entered and not only passed by. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, words, fc.jsonValue(), tie("list"), tie("record"), tie("text")),
  list: fc.array(tie("value"), { maxLength: 5 }),
  record: fc.dictionary(fc.constantFrom(...names, ...more), tie("value"), { maxKeys: 6 }),
  text: tie("value").map((inner) => JSON.stringify(inner) ?? ""),
}));

describe("a county's answer is read within bounds, whatever is in it (T28)", () => {
  test("any JSON in any source gives a stable word or an identity of the schema", () => {
    fc.assert(
      fc.property(fc.constantFrom(...profiles), fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue()), holds),
      { numRuns: 500 },
    );
  });

  test("any JSON at the very places of a mapping does too", () => {
    const sources = ["id_token", "userinfo", "eduinfo", "guid", "personid", "user", "profile", "ax", "sreg"];
    const members = [
      "kh_profile",
      "kh_titles",
      "kh_classes",
      "titleStr",
      "classStr",
      "schoolId",
      "timezone",
      "language",
    ];
    const source = fc.oneof(value, fc.dictionary(fc.constantFrom(...members, ...more), value, { maxKeys: 6 }));
    const told = fc.dictionary(fc.constantFrom(...sources), source);
    fc.assert(fc.property(fc.constantFrom(...profiles), fc.constant("s"), told, holds), { numRuns: 1_000 });
  });

  test("a real answer with one part replaced by anything does too", () => {
    const answers = [platformTeacher, kaohsiungPupil, taipeiTeacher, tainanPupil, newTaipeiTeacher];
    const changed = fc
      .tuple(fc.constantFrom<Record<string, unknown>>(...answers), value)
      .map(([told, other]) =>
        Object.fromEntries(
          Object.entries(told).map(([source, facts]) => [source, { ...(facts as object), titles: other }]),
        ),
      );
    fc.assert(fc.property(fc.constantFrom(...profiles), fc.constant("s"), changed, holds), { numRuns: 300 });
  });

  test("10,000 entries are at most 20 schools", () => {
    const titles = Array.from({ length: 10_000 }, (_, index) => ({ schoolid: `s${index}`, titles: ["教師"] }));
    const { schools } = read(platform, { eduinfo: { titles, classinfo: titles } });
    expect(schools.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, (_, index) => `s${index}`));
  });

  test("10,000 schools by name are at most 20", () => {
    const schools = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`s${index}`, "國小"]));
    expect(read(profileOf("KHH"), { id_token: { kh_profile: { schools }, kh_titles: schools } }).schools.length).toBe(
      20,
    );
  });

  test("20 titles a school at most", () => {
    const titles = Array.from({ length: 10_000 }, (_, index) => `教師${index}`);
    expect(read(platform, { eduinfo: { schoolid: "034601", titles } }).schools[0]?.titles.length).toBe(20);
  });

  test("long texts are left out, not cut: half a code is another code", () => {
    const eduinfo = { titles: [{ schoolid: "9".repeat(121), titles: ["教師"] }], schoolid: "a".repeat(121) };
    expect(read(platform, { eduinfo })).toMatchObject({ schools: [], roles: ["teacher"] });
  });

  test.each(["[", '{"titles":', "[{sid:", "'", '"'])("a text of %j again and again is no answer", (piece) => {
    const eduinfo = piece.repeat(50_000);
    expect(read(platform, { eduinfo }).schools).toEqual([]);
  });

  test("a hundred thousand escapes are no answer", () => {
    const eduinfo = `["${"\\".repeat(100_001)}`;
    expect(read(platform, { eduinfo }).schools).toEqual([]);
  });

  test("lists in lists a hundred thousand deep are no answer", () => {
    const eduinfo = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(read(platform, { eduinfo }).schools).toEqual([]);
  });

  test("members named after the language's own are data", () => {
    const told = JSON.parse(
      '{"__proto__":{"eduinfo":{"schoolid":"034601","titles":["教師"]}},"userinfo":{"__proto__":{"name":"王小明"}}}',
    );
    expect(read(platform, told)).toMatchObject({ schools: [], nameMasked: false });
    expect(read(platform, told)).not.toHaveProperty("name");
    expect(read(platform, { ax: { titleStr: "{__proto__: {sid: '1'}}" } }).schools).toEqual([]);
    expect(Object.hasOwn(Object.prototype, "sid")).toBe(false);
  });

  test("what is inherited is not told", () => {
    const userinfo = Object.create({ name: "王小明" });
    expect(read(platform, { userinfo })).not.toHaveProperty("name");
  });
});
