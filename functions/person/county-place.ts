import { sameMaskedName, sameName } from "./name.ts";

/** What a county says of a person, as far as it is compared. */
interface Said {
  readonly name?: string | undefined;
  readonly nameMasked: boolean;
  readonly roles: readonly string[];
  readonly schools: readonly ({ readonly code: string } & Seat)[];
}

interface Seat {
  readonly grade?: string | undefined;
  readonly class?: string | undefined;
  readonly seat?: string | undefined;
}

interface Place extends Seat {
  readonly county: string;
  readonly role: string;
  readonly school: { readonly code: string };
}

/**
 * Whether a county may speak for a person at a place of the roster: in that very county, at a school it named (if it named any), in a
 * role it gave, under a name that fits. A county never speaks for another county's person (T35).
 */
export function isCountysPlace(said: Said, countyName: string, name: string, place: Place): boolean {
  return (
    place.county === countyName &&
    (said.schools.length === 0 || said.schools.some(({ code }) => code === place.school.code)) &&
    (said.roles.length === 0 || said.roles.includes(place.role)) &&
    isSameName(said, name)
  );
}

/**
 * The same of a county that does not tell whose ID it is (高雄, 臺北), when a county account is to be linked by its word: it must name
 * person and school. A masked name fits many at one school, so it counts only with the very seat in the class.
 */
export function isVouchedFor(said: Said, countyName: string, name: string, place: Place): boolean {
  if (said.name === undefined || !isCountysPlace(said, countyName, name, place)) return false;
  const there = said.schools.filter(({ code }) => code === place.school.code);
  return there.some((school) => !said.nameMasked || isSameSeat(school, place));
}

/**
 * Whether two records of one name under different ID documents are one person's: the same school and role, and of pupils, of whom a school
 * has many, the very seat in the class too.
 */
export function isSamePlace(one: Omit<Place, "county">, other: Omit<Place, "county">): boolean {
  if (one.school.code !== other.school.code || one.role !== other.role) return false;
  return one.role !== "student" || isSameSeat(one, other);
}

function isSameSeat(a: Seat, b: Seat): boolean {
  return ([a.grade, a.class, a.seat] as const).every(
    (told, index) => told !== undefined && plain(told) === plain([b.grade, b.class, b.seat][index] ?? ""),
  );
}

/** `07` and `7` are one number; 忠 is no number. */
const plain = (text: string): string => text.trim().replace(/^0+(?=\d+$)/, "");

/** A county that shows no name says nothing against; a masked one must fit. */
function isSameName(said: Said, name: string): boolean {
  if (said.name === undefined) return true;
  return said.nameMasked ? sameMaskedName(said.name, name) : sameName(said.name, name);
}
