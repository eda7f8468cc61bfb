import type { CountySchool } from "../../../contract/counties.ts";
import { factAt, memberOf, recordOf } from "../told.ts";
import { joined } from "./joined.ts";
import { classPlaces, postPlaces, schoolCodeOf, withCode } from "./place.ts";

/**
 * The common county platform: `{schoolid, titles: [{schoolid, titles: []}], classinfo: [{year, semester, schoolid, grade, classno,
 * classtitle}]}` (domain facts §5.1). Part: `eduinfo`. The school of the whole stands for entries without their own.
 */
export function readEduinfo(told: unknown, from: Readonly<Record<string, string>>): CountySchool[] {
  const whole = recordOf(factAt(told, from.eduinfo));
  if (!whole) return [];
  const home = withCode(schoolCodeOf(memberOf(whole, "schoolid", "schoolId")));
  const places = [...postPlaces(memberOf(whole, "titles")), ...classPlaces(memberOf(whole, "classinfo"))];
  return joined([
    ...places.map((place) => ({ ...home, ...place })),
    ...(home.code ? [{ ...home, titles: [], roles: [] }] : []),
  ]);
}
