import type { CountySchool } from "../../../contract/counties.ts";
import { entriesOf, factAt, memberOf, most, recordOf } from "../told.ts";
import { joined } from "./joined.ts";
import { classPlaces, type Place, postPlaces, schoolCodeOf, withCode } from "./place.ts";

/**
 * 高雄: `kh_profile{schoolid, schools{id: name}}`, `kh_titles` and `kh_classes`, each a list of entries with their school, or an object
 * by school (domain facts §5.4). Parts: `profile`, `titles`, `classes`.
 */
export function readKaohsiung(told: unknown, from: Readonly<Record<string, string>>): CountySchool[] {
  const profile = recordOf(factAt(told, from.profile));
  const main = withCode(schoolCodeOf(memberOf(profile, "schoolid")));
  const codes = Object.keys(recordOf(memberOf(profile, "schools")) ?? {}).slice(0, most.schools);
  const known: Place[] = [main.code, ...codes].flatMap((told) => {
    const code = schoolCodeOf(told);
    return code === undefined ? [] : [{ code, titles: [], roles: [] }];
  });
  const posts = bySchool(factAt(told, from.titles), postPlaces);
  const classes = bySchool(factAt(told, from.classes), classPlaces);
  return joined([...known, ...[...posts, ...classes].map((place) => ({ ...main, ...place }))]);
}

/** `{"533501": [...]}` read entry by entry under its key; anything else as a list. */
function bySchool(told: unknown, read: (told: unknown) => Place[]): Place[] {
  const record = recordOf(told);
  const keys = record ? Object.keys(record) : [];
  if (!record || !keys.every((key) => /^[0-9a-z]*[0-9][0-9a-z]*$/i.test(key))) return read(told);
  return keys.slice(0, most.schools).flatMap((key) => {
    const places = entriesOf(record[key]).flatMap((entry) => read(entry));
    return places.map((place) => ({ ...withCode(schoolCodeOf(key)), ...place }));
  });
}
