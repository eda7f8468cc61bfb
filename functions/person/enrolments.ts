interface Place {
  readonly role: string;
  readonly school: { readonly code: string; readonly level: string };
}

interface Entry extends Place {
  readonly county: string;
  readonly district: string;
  readonly school: { readonly code: string; readonly level: string; readonly name: string };
  readonly grade?: string | undefined;
  readonly class?: string | undefined;
  readonly seat?: string | undefined;
}

/** A person has one enrolment a school, level of school and role. */
export const isSamePlace = (one: Place, other: Place): boolean =>
  one.role === other.role && one.school.code === other.school.code && one.school.level === other.school.level;

/** Every field in one order, so that two can be compared however they were made. */
const fieldsOf = ({ role, county, district, school, grade = "", class: className = "", seat = "" }: Entry): string =>
  JSON.stringify([role, county, district, school.code, school.level, school.name, grade, className, seat]);

export const isSameEnrolment = (one: Entry, other: Entry): boolean => fieldsOf(one) === fieldsOf(other);

/** The same entries, in whatever order. */
export const isSameList = (one: readonly Entry[], other: readonly Entry[]): boolean =>
  one.length === other.length && one.every((entry) => other.some((each) => isSameEnrolment(entry, each)));

/**
 * M36: the source's entry in place of the one of the same school and role, or added. Who is a student at a new school leaves the old ones
 * that the roster no longer has (`isGone`); whatever else the person is stays until the roster says otherwise (M4).
 */
export function updatedEnrolments<E extends Entry>(
  current: readonly E[],
  source: E,
  isGone: (enrolment: E) => boolean,
): E[] {
  const leaves = (entry: E) =>
    source.role === "student" && entry.role === "student" && !isSamePlace(entry, source) && isGone(entry);
  const kept = current.filter((entry) => !leaves(entry));
  return kept.some((entry) => isSamePlace(entry, source))
    ? kept.map((entry) => (isSamePlace(entry, source) ? source : entry))
    : [...kept, source];
}
