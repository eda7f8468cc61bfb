import type { CountySchool } from "../../../contract/counties.ts";
import { factAt } from "../told.ts";
import { type ClassFacts, inSixDigits } from "../words/class.ts";
import { joined } from "./joined.ts";
import { classPlaces, type Place, postPlaces, schoolCodeOf, withCode } from "./place.ts";

type From = Readonly<Record<string, string>>;

/**
 * Attribute exchange of the older county systems: `titleStr` in all its spellings. Parts: `titles`, `personTitles`, `classes`, `school`
 * (the code for entries without their own), `role` (plain words, 連江 `Stu`).
 */
export function readTitleStr(told: unknown, from: From): CountySchool[] {
  const posts = [from.titles, from.personTitles, from.role].flatMap((place) => postPlaces(factAt(told, place)));
  return atSchool(told, from, [...posts, ...classPlaces(factAt(told, from.classes))]);
}

/**
 * Simple registration fields with other meanings: timezone holds the roles, language the six digits of a class, country the school
 * (domain facts §5.4: 新北, 桃園, 新竹市, 臺東). Parts: `titles`, `seat`, `school`.
 */
export function readSimpleRegistration(told: unknown, from: From): CountySchool[] {
  const posts = postPlaces(factAt(told, from.titles));
  const own: ClassFacts = inSixDigits(factAt(told, from.seat));
  return atSchool(told, from, posts, Object.keys(own).length > 0 ? [{ ...own, titles: [], roles: [] }] : []);
}

/** Entries without a school are of the school told beside them. `loose` are classes that only `joined` can place. */
function atSchool(told: unknown, from: From, places: readonly Place[], loose: readonly Place[] = []): CountySchool[] {
  const home = withCode(schoolCodeOf(factAt(told, from.school)));
  const named = places.map((place) => ({ ...home, ...place }));
  const alone: Place[] = places.length === 0 && home.code ? [{ ...home, titles: [], roles: [] }] : [];
  return joined([...named, ...alone, ...loose]);
}
