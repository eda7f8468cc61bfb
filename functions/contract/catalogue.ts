/**
 * The counties, districts and schools a person chooses from when applying (M10): 縣市 → 行政區 → 學制 → 學校. The lists are static
 * JSON files beside the site, made from `data/` by `lib/catalogue.ts`: `counties.json`, and per county `schools-<ID>.json`.
 */

/** 學制, in the order a person meets them. The words are those of the ministry's directories. */
export const schoolLevels = ["國小", "國中", "高中職", "特教學校", "大專校院"] as const;
export type SchoolLevel = (typeof schoolLevels)[number];

export interface CatalogueDistrict {
  readonly name: string;
  readonly nameEn: string;
}

export interface CatalogueCounty {
  /** ISO 3166-2 without `TW-`: `TPE`. */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly districts: readonly CatalogueDistrict[];
}

/** A school at one level. The key is (code, level): an attached 國中部 or 國小部 shares the code of its senior high school. */
export interface CatalogueSchool {
  /** Text, never a number: leading zeros and letters count. */
  readonly code: string;
  readonly level: SchoolLevel;
  readonly name: string;
  /** 行政區, as in the county's `districts`. */
  readonly district: string;
}

/** What `counties.json` holds. */
export type CountiesFile = readonly CatalogueCounty[];

/**
 * What `schools-<ID>.json` holds, grouped as the lists are chosen so that no word is sent twice:
 * `[["松山區", [["國小", [["313601", "市立松山國小"], …]], …]], …]`. A district without a school is left out.
 */
export type SchoolsFile = readonly (readonly [district: string, levels: readonly LevelGroup[]])[];
export type LevelGroup = readonly [level: SchoolLevel, schools: readonly SchoolEntry[]];
export type SchoolEntry = readonly [code: string, name: string];
