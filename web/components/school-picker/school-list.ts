import type { SchoolLevel, SchoolsFile } from "../../../functions/contract/catalogue.ts";

/** A school of one county's file with the lists it is found under. */
export interface ListedSchool {
  readonly code: string;
  readonly level: SchoolLevel;
  readonly name: string;
  readonly district: string;
}

/** The four answers, each depending on the one before: 縣市 → 行政區 → 學制 → 學校 (M10). */
export interface Picked {
  readonly county?: string;
  readonly district?: string;
  readonly level?: SchoolLevel;
  /** The school's code. */
  readonly school?: string;
}

/** From north to south, then the east and the islands: the order people know; the catalogue's is that of an office's codes. */
const northToSouth = "KEE TPE NWT TAO HSZ HSQ MIA TXG CHA NAN YUN CYI CYQ TNN KHH PIF ILA HUA TTT PEN KIN LIE".split(
  " ",
);

/** The counties in the order people look for them; one the order does not know comes last. */
export function inKnownOrder<T extends { readonly id: string }>(counties: readonly T[]): T[] {
  const place = ({ id }: T) => (northToSouth.includes(id) ? northToSouth.indexOf(id) : northToSouth.length);
  return [...counties].sort((a, b) => place(a) - place(b));
}

/** The county's schools in one row, in the order of its lists. */
export function listSchools(file: SchoolsFile): ListedSchool[] {
  return file.flatMap(([district, levels]) =>
    levels.flatMap(([level, schools]) => schools.map(([code, name]) => ({ code, level, name, district }))),
  );
}

export function districtsOf(schools: readonly ListedSchool[]): string[] {
  return [...new Set(schools.map((school) => school.district))];
}

export function levelsOf(schools: readonly ListedSchool[], picked: Picked): SchoolLevel[] {
  return [...new Set(schools.filter((school) => school.district === picked.district).map((school) => school.level))];
}

export function schoolsOf(schools: readonly ListedSchool[], picked: Picked): ListedSchool[] {
  return schools.filter((school) => school.district === picked.district && school.level === picked.level);
}

/** The school that was picked, if this county has it: a code and a level name it together. */
export function findPicked(schools: readonly ListedSchool[], picked: Picked): ListedSchool | undefined {
  return schools.find((school) => school.code === picked.school && school.level === picked.level);
}

/**
 * What of an address's answers is true in this county: a district, level or school it does not have is dropped with what follows.
 * A school named by code and level alone brings its district along.
 */
export function soundPick(schools: readonly ListedSchool[], picked: Picked): Picked {
  const school = findPicked(schools, picked);
  if (school) return withSchool(picked, school);
  const { county, district, level } = picked;
  const base = county ? { county } : {};
  if (!district || !districtsOf(schools).includes(district)) return base;
  return level && levelsOf(schools, picked).includes(level) ? { ...base, district, level } : { ...base, district };
}

/** The answers after one of them changed: the lists that depended on it are open again. */
export function withCounty(picked: Picked, county: string): Picked {
  return picked.county === county ? picked : { county };
}

export function withDistrict({ county, ...before }: Picked, district: string): Picked {
  return { ...(county ? { county } : {}), ...(before.district === district ? before : { district }) };
}

export function withLevel(picked: Picked, level: SchoolLevel): Picked {
  return picked.level === level ? picked : { ...withoutSchool(picked), level };
}

export function withoutSchool({ school: _, ...before }: Picked): Picked {
  return before;
}

export function withSchool({ county }: Picked, school: ListedSchool): Picked {
  return { ...(county ? { county } : {}), district: school.district, level: school.level, school: school.code };
}
