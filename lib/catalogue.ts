import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import {
  type CatalogueCounty,
  type CatalogueSchool,
  type LevelGroup,
  type SchoolsFile,
  schoolLevels,
} from "../functions/contract/catalogue.ts";

export interface Catalogue {
  readonly counties: readonly CatalogueCounty[];
  /** County id (`TPE`) → its schools, in the order of the directory. */
  readonly schools: ReadonlyMap<string, readonly CatalogueSchool[]>;
}

const dataFolder = new URL("../functions/contract/data/", import.meta.url);

/** The open data of `functions/contract/data`, read once by what builds or starts the service; its sources are in SOURCES.md there. */
export function readCatalogue(): Catalogue {
  const districts = Map.groupBy(rowsOf("districts.csv"), (row) => row.county);
  const schools = Map.groupBy(rowsOf("schools.csv"), (row) => row.county);
  const counties = rowsOf("counties.csv").map((row) => ({
    id: (row.iso3166_2 ?? "").replace("TW-", ""),
    name: row.county ?? "",
    nameEn: row.county_en ?? "",
    districts: (districts.get(row.county) ?? []).map((d) => ({ name: d.district ?? "", nameEn: d.district_en ?? "" })),
  }));
  return {
    counties,
    schools: new Map(counties.map((county) => [county.id, (schools.get(county.name) ?? []).map(schoolOf)])),
  };
}

/** The static files the site fetches: name → JSON text. Shapes: `CountiesFile` and `SchoolsFile` of `contract/catalogue.ts`. */
export function catalogueFiles(catalogue: Catalogue): Map<string, string> {
  const files = new Map([["counties.json", JSON.stringify(catalogue.counties)]]);
  for (const county of catalogue.counties) {
    files.set(`schools-${county.id}.json`, JSON.stringify(schoolsFile(county, catalogue.schools.get(county.id) ?? [])));
  }
  return files;
}

function schoolsFile(county: CatalogueCounty, schools: readonly CatalogueSchool[]): SchoolsFile {
  const byDistrict = Map.groupBy(schools, (school) => school.district);
  return county.districts
    .filter(({ name }) => byDistrict.has(name))
    .map(({ name }) => [name, levelGroups(byDistrict.get(name) ?? [])]);
}

function levelGroups(schools: readonly CatalogueSchool[]): LevelGroup[] {
  const byLevel = Map.groupBy(schools, (school) => school.level);
  return schoolLevels
    .filter((level) => byLevel.has(level))
    .map((level) => [level, (byLevel.get(level) ?? []).map((school) => [school.code, school.name] as const)]);
}

function schoolOf(row: Row): CatalogueSchool {
  const level = schoolLevels.find((known) => known === row.level);
  if (!level || !row.code) throw new Error(`schools.csv: ${row.name} has no code or an unknown level "${row.level}"`);
  return { code: row.code, level, name: row.name ?? "", district: row.district ?? "" };
}

type Row = Readonly<Record<string, string | undefined>>;

function rowsOf(file: string): Row[] {
  return parse(readFileSync(new URL(file, dataFolder)), { columns: true, skip_empty_lines: true });
}
