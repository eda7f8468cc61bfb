import { describe, expect, test } from "vitest";
import { type ImportReport, importRoster } from "../../../functions/jobs/import-roster/import-roster.ts";
import type { RosterRow } from "../../../functions/jobs/import-roster/roster-row.ts";
import { schoolLookup } from "../../../functions/jobs/import-roster/rules/school.ts";
import { readCatalogue } from "../../../lib/catalogue.ts";
import { samplePersons } from "../../../lib/local/seed/sample-persons.ts";
import { sampleRoster, sampleTerm } from "../../../lib/local/seed/sample-roster.ts";
import { RosterTwin } from "../../jobs/import-roster/roster-twin.ts";

const catalogue = readCatalogue();
const schools = [...catalogue.schools].flatMap(([countyId, list]) => list.map((school) => ({ countyId, ...school })));
const lookup = schoolLookup(schools);
const countyOf = new Map(schools.map((school) => [`${school.code} ${school.level}`, school.countyId]));

class Recorder extends RosterTwin {
  readonly rows: RosterRow[] = [];
  override write(rows: readonly RosterRow[]) {
    this.rows.push(...rows);
    return super.write(rows);
  }
}

async function seeded(roster = new Recorder()): Promise<{ reports: ImportReport[]; rows: RosterRow[] }> {
  const now = new Date("2026-11-21T00:00:00Z");
  const { oneRoster, template } = sampleRoster(catalogue);
  const reports: ImportReport[] = [];
  for (const source of [oneRoster, template]) {
    reports.push(await importRoster(source, { schools: lookup, roster, asOf: sampleTerm, now }));
  }
  return { reports, rows: roster.rows };
}

const { reports, rows } = await seeded();
const persons = [...new Map(rows.map((row) => [row.personId, row])).values()];

describe("the sample roster", () => {
  test("is the same to the byte each time", () => {
    const bytesOf = ({ oneRoster, template }: ReturnType<typeof sampleRoster>) =>
      [...oneRoster, ...template].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
    expect(bytesOf(sampleRoster(catalogue))).toEqual(bytesOf(sampleRoster()));
  });

  test("is imported without a problem, half of the people from each format", () => {
    expect(reports.map((report) => report.problems)).toEqual([[], []]);
    expect(reports.map((report) => report.accepted === report.rows && report.added === report.rows)).toEqual([
      true,
      true,
    ]);
    expect(new Set(rows.filter((row) => row.source.file === "roles.csv").map((row) => row.personId)).size).toBe(1_500);
    expect(new Set(rows.filter((row) => row.source.file === "名冊.csv").map((row) => row.personId)).size).toBe(1_500);
  });

  test("is seeded a second time without a change", async () => {
    const roster = new Recorder();
    await seeded(roster);
    const again = await seeded(roster);
    expect(again.reports.map(({ added, changed, left }) => [added, changed, left])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test("has 3,000 people in all 22 counties, at every level, mostly students", () => {
    expect(persons).toHaveLength(3_000);
    expect(new Set(rows.map((row) => countyOf.get(`${row.schoolCode} ${row.level}`))).size).toBe(22);
    expect(new Set(rows.map((row) => row.level)).size).toBe(5);
    const { student = [], teacher = [], staff = [] } = Object.groupBy(persons, (row) => row.role);
    expect(student.length).toBeGreaterThan(2_200);
    expect(teacher.length).toBeGreaterThan(300);
    expect(staff.length).toBeGreaterThan(80);
  });

  test("has national numbers and resident numbers of both forms, all plainly made up", () => {
    const kinds = Object.groupBy(persons, (row) => row.idKind);
    expect(kinds.resident?.length).toBeGreaterThan(100);
    expect(kinds["resident-old"]?.length).toBeGreaterThan(50);
    expect(kinds.other).toBeUndefined();
    expect(persons.every((row) => /^[A-Z][1289A-D]0000[0-9]{4}$/.test(row.personId))).toBe(true);
  });

  test.each([
    ["the rare character 𠮷", /𠮷/u],
    ["the rare character 堃", /堃/],
    ["臺", /臺/],
    ["台", /台/],
    ["a long indigenous name with ．", /^[^．]+(?:．[^．]+){2,}$/],
    ["a Latin name", /^[A-Z' -]+$/],
  ])("has names with %s", (_, pattern) => {
    expect(persons.filter((row) => pattern.test(row.name)).length).toBeGreaterThan(5);
  });

  test("has two people of one name at one school, and people at two schools, in every county", () => {
    const countyIds = new Set(countyOf.values());
    const places = new Map<string, Set<string>>();
    for (const row of rows) {
      const key = `${countyOf.get(`${row.schoolCode} ${row.level}`)} ${row.schoolCode} ${row.level} ${row.name}`;
      places.set(key, (places.get(key) ?? new Set()).add(row.personId));
    }
    const sameName = [...places].filter(([, ids]) => ids.size > 1).map(([key]) => key.split(" ")[0]);
    expect(new Set(sameName).size).toBe(countyIds.size);
    const atTwo = [...Map.groupBy(rows, (row) => row.personId).values()].filter((list) => list.length > 1);
    expect(atTwo.length).toBeGreaterThanOrEqual(countyIds.size);
    expect(atTwo.every((list) => list.every((row) => row.role === "teacher"))).toBe(true);
  });
});

describe("the sample persons of /local/", () => {
  const shown = samplePersons();

  test("are all in the roster, as they are shown", () => {
    const known = new Set(rows.map((row) => [row.personId, row.name, row.role, row.level, row.schoolCode].join("|")));
    for (const person of shown) {
      const school = schools.find(({ district, level, name, countyId }) => {
        const county = catalogue.counties.find(({ id }) => id === countyId)?.name;
        return (
          name === person.school && level === person.level && district === person.district && county === person.county
        );
      });
      expect(known).toContain([person.id, person.name, person.role, person.level, school?.code].join("|"));
    }
  });

  test("show every kind of person and of ID", () => {
    expect(new Set(shown.map((person) => person.role))).toEqual(new Set(["student", "teacher", "staff"]));
    expect(shown.map((person) => person.id)).toContain("A100000001");
    expect(shown.some((person) => /^[A-Z][89]/.test(person.id))).toBe(true);
    expect(shown.some((person) => /^[A-Z][A-D]/.test(person.id))).toBe(true);
    const names = Map.groupBy(shown, (person) => `${person.name} ${person.school}`);
    expect([...names.values()].some((list) => new Set(list.map((person) => person.id)).size === 2)).toBe(true);
    const ids = Map.groupBy(shown, (person) => person.id);
    expect([...ids.values()].some((list) => new Set(list.map((person) => person.school)).size === 2)).toBe(true);
  });

  test("say what they show in both languages", () => {
    expect(shown.every(({ shows }) => /\p{Script=Han}/u.test(shows.zh) && shows.en.length > 5)).toBe(true);
  });
});
