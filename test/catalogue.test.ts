import { describe, expect, test } from "vitest";
import type { CountiesFile, SchoolsFile } from "../functions/contract/catalogue.ts";
import { catalogueFiles, readCatalogue } from "../lib/catalogue.ts";

const catalogue = readCatalogue();
const files = catalogueFiles(catalogue);
const counties = JSON.parse(files.get("counties.json") ?? "") as CountiesFile;
const schoolsOf = (id: string) => JSON.parse(files.get(`schools-${id}.json`) ?? "") as SchoolsFile;

/** Walks the lists as a person does: 縣市 → 行政區 → 學制 → 學校. */
function reachable(): string[] {
  return counties.flatMap((county) =>
    county.districts.flatMap((district) =>
      schoolsOf(county.id)
        .filter(([name]) => name === district.name)
        .flatMap(([, levels]) =>
          levels.flatMap(([level, schools]) =>
            schools.map(([code, name]) => [county.id, district.name, level, code, name].join("|")),
          ),
        ),
    ),
  );
}

describe("M10: the lists a person chooses a school from", () => {
  test("offer the 22 counties and 368 districts, each county with its own districts", () => {
    expect(counties).toHaveLength(22);
    expect(new Set(counties.map((county) => county.id)).size).toBe(22);
    expect(counties.flatMap((county) => county.districts)).toHaveLength(368);
    for (const county of counties) {
      expect(new Set(county.districts.map((district) => district.name)).size).toBe(county.districts.length);
    }
    expect(counties.find((county) => county.id === "TPE")).toMatchObject({ name: "臺北市", nameEn: "Taipei City" });
  });

  test("lead to every one of the 4,266 schools", () => {
    const schools = [...catalogue.schools].flatMap(([id, list]) =>
      list.map((school) => [id, school.district, school.level, school.code, school.name].join("|")),
    );
    expect(schools).toHaveLength(4_266);
    expect(reachable().sort()).toEqual(schools.sort());
  });

  test("name a school by code and level together", () => {
    const keys = [...catalogue.schools.values()].flat().map((school) => `${school.code} ${school.level}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set([...catalogue.schools.values()].flat().map((school) => school.code)).size).toBeLessThan(keys.length);
  });

  test("keep codes as text, with leading zeros and letters", () => {
    const codes = [...catalogue.schools.values()].flat().map((school) => school.code);
    expect(codes).toContain("0001");
    expect(codes).toContain("020F01");
    expect(codes.every((code) => /^(?:[0-9A-Z]{6}|[0-9A-Z]{4})$/.test(code))).toBe(true);
  });

  test("are empty of blanks", () => {
    expect(counties.every((county) => county.districts.every(({ name, nameEn }) => name && nameEn))).toBe(true);
    expect([...catalogue.schools.values()].flat().every((school) => school.name && school.district)).toBe(true);
  });

  test("come as one small file a county", () => {
    expect([...files.keys()]).toHaveLength(23);
    for (const [name, text] of files) expect(Buffer.byteLength(text), name).toBeLessThan(40_000);
  });
});
