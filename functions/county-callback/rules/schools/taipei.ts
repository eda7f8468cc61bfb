import type { CountySchool } from "../../../contract/counties.ts";
import { entriesOf, factAt, memberOf, recordOf } from "../told.ts";
import { type ClassFacts, inClassNumber, inClassWords, seatIn } from "../words/class.ts";
import { isOutside, rolesOf } from "../words/role.ts";
import { joined } from "./joined.ts";
import { type Place, schoolCodeOf, wordsOf } from "./place.ts";

/**
 * 臺北: `{role, o, organization, studentId, class, className, seat}` of a student, `{role, o, unit, title, teachClass, tutorClass}` of others
 * (domain facts §5.4). `o` is one school or a list. Part: `profile`.
 */
export function readTaipei(told: unknown, from: Readonly<Record<string, string>>): CountySchool[] {
  const profile = recordOf(factAt(told, from.profile));
  const role = wordsOf(memberOf(profile, "role"));
  const titles = role.length > 0 && role.every(isOutside) ? role : [...role, ...wordsOf(memberOf(profile, "title"))];
  const roles = rolesOf(role).length > 0 ? rolesOf(role) : rolesOf(titles);
  const codes = entriesOf(memberOf(profile, "o")).flatMap((code) => schoolCodeOf(code) ?? []);
  const places: Place[] = codes.map((code) => ({ code, titles, roles }));
  const [main = { titles, roles }, ...others] = places;
  return joined([{ ...main, ...classOf(profile) }, ...others]);
}

function classOf(profile: Readonly<Record<string, unknown>> | undefined): ClassFacts {
  const seat = seatIn(memberOf(profile, "seat"));
  const named = inClassWords(memberOf(profile, "className"));
  const numbered = inClassNumber(memberOf(profile, "class", "tutorClass"));
  return { ...named, ...numbered, ...(seat && { seat }) };
}
