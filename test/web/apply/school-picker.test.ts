import { describe, expect, test } from "vitest";
import type { SchoolsFile } from "../../../functions/contract/catalogue.ts";
import { catalogueFiles, readCatalogue } from "../../../lib/catalogue.ts";
import {
  districtsOf,
  findPicked,
  inKnownOrder,
  levelsOf,
  listSchools,
  schoolsOf,
  withCounty,
  withDistrict,
  withLevel,
  withSchool,
} from "../../../web/components/school-picker/school-list.ts";
import { searchSchools } from "../../../web/components/school-picker/search.ts";

const files = catalogueFiles(readCatalogue());
const schoolsIn = (id: string) => listSchools(JSON.parse(files.get(`schools-${id}.json`) ?? "") as SchoolsFile);
const taipei = schoolsIn("TPE");
const namesFor = (typed: string) => searchSchools(taipei, typed, "臺北市").map((school) => school.name);

describe("M10: typing the school's name", () => {
  test("finds it without the words that say who founded it", () => {
    expect(namesFor("建國高中")[0]).toBe("市立建國中學");
    expect(namesFor("松山國小")[0]).toBe("市立松山國小");
  });

  test("takes the county before it, with 台 or 臺", () => {
    expect(namesFor("台北市立建國高中")[0]).toBe("市立建國中學");
    expect(namesFor("臺北市建國高中")[0]).toBe("市立建國中學");
    expect(namesFor("台北大學")).toEqual(namesFor("臺北大學"));
  });

  test("takes spaces, full width and the long words of the school's seal", () => {
    expect(namesFor(" 建 國　高級中學 ")[0]).toBe("市立建國中學");
    expect(namesFor("松山國民小學")[0]).toBe("市立松山國小");
    expect(namesFor("松山區民生國小")).toContain("市立民生國小");
  });

  test("finds a school by the short name its pupils use, when nothing holds it as it is", () => {
    expect(namesFor("建中")).toContain("市立建國中學");
    expect(namesFor("中崙高")).toContain("市立中崙高中");
  });

  test("finds a school that the directory shortens, typed in full", () => {
    expect(namesFor("國立臺灣師範大學附屬高級中學")).toContain("國立師大附中");
  });

  test("puts names that begin with it before names that hold it", () => {
    const found = namesFor("中山");
    const begins = found.map((name) => name.replace(/^(市立|國立|私立)/, "").startsWith("中山"));
    expect(begins).toEqual([...begins].sort((a, b) => Number(b) - Number(a)));
    expect(begins[0]).toBe(true);
  });

  test("finds nothing for nothing", () => {
    expect(namesFor("")).toEqual([]);
    expect(namesFor("　")).toEqual([]);
    expect(namesFor("臺北市")).toEqual([]);
    expect(namesFor("鱻鱻鱻")).toEqual([]);
  });

  test("finds every school by its own name in every county", () => {
    const catalogue = readCatalogue();
    for (const county of catalogue.counties) {
      const schools = schoolsIn(county.id);
      for (const school of schools) {
        expect(searchSchools(schools, school.name, county.name), county.name + school.name).toContainEqual(school);
      }
    }
  });
});

describe("M3: the counties", () => {
  const { counties } = readCatalogue();
  const ordered = inKnownOrder(counties);

  test("stand from north to south, none left out", () => {
    expect(ordered.map(({ name }) => name).slice(0, 3)).toEqual(["基隆市", "臺北市", "新北市"]);
    expect(ordered.at(-1)?.name).toBe("連江縣");
    expect(new Set(ordered)).toEqual(new Set(counties));
  });

  test("one that is new comes last", () => {
    const fresh = { id: "NEW", name: "新縣", nameEn: "New County", districts: [] };
    expect(inKnownOrder([fresh, ...counties]).at(-1)).toBe(fresh);
  });
});

describe("M10: each list depends on the one before", () => {
  test("a district offers its own levels, a level its own schools", () => {
    const picked = { county: "臺北市", district: "松山區", level: "國小" } as const;
    expect(districtsOf(taipei)).toContain("松山區");
    expect(levelsOf(taipei, picked)).toContain("國小");
    const offered = schoolsOf(taipei, picked);
    expect(offered.length).toBeGreaterThan(1);
    expect(offered.every((school) => school.district === "松山區" && school.level === "國小")).toBe(true);
  });

  test("a changed answer opens the ones after it, the same answer again keeps them", () => {
    const picked = { county: "臺北市", district: "松山區", level: "國小", school: "313601" } as const;
    expect(withCounty(picked, "新北市")).toEqual({ county: "新北市" });
    expect(withDistrict(picked, "信義區")).toEqual({ county: "臺北市", district: "信義區" });
    expect(withLevel(picked, "國中")).toEqual({ county: "臺北市", district: "松山區", level: "國中" });
    expect(withCounty(picked, "臺北市")).toEqual(picked);
    expect(withDistrict(picked, "松山區")).toEqual(picked);
    expect(withLevel(picked, "國小")).toEqual(picked);
  });

  test("a school found by its name fills in the lists before it", () => {
    const school = taipei.find((one) => one.name === "市立建國中學")!;
    const picked = withSchool({ county: "臺北市", district: "松山區" }, school);
    expect(picked).toEqual({ county: "臺北市", district: school.district, level: "高中職", school: school.code });
    expect(findPicked(taipei, picked)).toEqual(school);
  });

  test("a code alone names no school: an attached school shares the code of the bigger one", () => {
    const twins = taipei.filter((one) => taipei.some((other) => other.code === one.code && other.level !== one.level));
    expect(twins.length).toBeGreaterThan(0);
    for (const twin of twins) expect(findPicked(taipei, { school: twin.code, level: twin.level })).toEqual(twin);
  });
});
