import { type CatalogueSchool, type SchoolLevel, schoolLevels } from "../../../contract/catalogue.ts";
import { plainText } from "../../../person/text.ts";

/** Which levels a school code stands for; none when there is no such school. */
export interface SchoolLookup {
  levelsOf(code: string): readonly SchoolLevel[];
}

export interface SchoolKey {
  readonly code: string;
  readonly level: SchoolLevel;
}

const otherWords: Record<string, SchoolLevel> = {
  國民小學: "國小",
  國民中學: "國中",
  高中: "高中職",
  高職: "高中職",
  高級中等學校: "高中職",
  特殊教育學校: "特教學校",
  大專院校: "大專校院",
  大學: "大專校院",
};

export function schoolLookup(schools: Iterable<Pick<CatalogueSchool, "code" | "level">>): SchoolLookup {
  const levels = Map.groupBy(schools, (school) => school.code);
  return { levelsOf: (code) => (levels.get(code) ?? []).map((school) => school.level) };
}

/** 學制 by the catalogue's word or a usual other one. */
export function readLevel(text: string): SchoolLevel | undefined {
  const plain = plainText(text);
  return (
    schoolLevels.find((level) => level === plain) ?? (Object.hasOwn(otherWords, plain) ? otherWords[plain] : undefined)
  );
}

/**
 * The school of a code and level, if there is one. A spreadsheet drops the leading zeros of a code (`014601` → `14601`); they are
 * put back when that, and only that, names a school of the level: universities have four characters, all others six.
 */
export function findSchool(text: string, level: SchoolLevel, schools: SchoolLookup): SchoolKey | undefined {
  const code = plainText(text).toUpperCase();
  const padded = code.padStart(level === "大專校院" ? 4 : 6, "0");
  const found = [code, padded].find((candidate) => code !== "" && schools.levelsOf(candidate).includes(level));
  return found === undefined ? undefined : { code: found, level };
}
