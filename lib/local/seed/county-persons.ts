import type { CatalogueSchool, SchoolLevel } from "../../../functions/contract/catalogue.ts";
import { makeForeignName, makeName } from "./names.ts";
import { countyLetters, personNumber, type SecondSign } from "./person-number.ts";
import type { Random } from "./random.ts";
import type { SamplePlace, SampleRole, SeedPerson } from "./seed-person.ts";

/** Schools of a county that have people in the sample. */
const schoolsPerLevel: readonly (readonly [SchoolLevel, number])[] = [
  ["國小", 3],
  ["國中", 2],
  ["高中職", 2],
  ["特教學校", 1],
  ["大專校院", 1],
];
const firstGrade: Record<SchoolLevel, number> = { 國小: 1, 國中: 7, 高中職: 10, 特教學校: 1, 大專校院: 1 };
const years: Record<SchoolLevel, number> = { 國小: 6, 國中: 3, 高中職: 3, 特教學校: 12, 大專校院: 4 };
// The hand-picked persons have the serials below this.
const firstSerial = 10;

/**
 * `count` made-up people of one county: eight in ten students, the others teachers and staff; nine in ten with a national ID, the others with resident
 * numbers of both forms. The second has the name and school of the first, and the last is a teacher at two schools.
 */
export function countyPersons(
  countyId: string,
  schools: readonly CatalogueSchool[],
  count: number,
  random: Random,
): SeedPerson[] {
  const chosen = schoolsPerLevel.flatMap(([level, most]) =>
    sampleOf(
      schools.filter((school) => school.level === level),
      most,
      random,
    ),
  );
  const number = numberMaker(countyLetters[countyId] ?? "A");
  const places = placeMaker(countyId, random);
  const persons: SeedPerson[] = [];
  for (let index = 0; index < count; index += 1) {
    const like = index === 1 ? persons[0] : undefined;
    const last = index === count - 1;
    const role = last ? "teacher" : index < 2 ? "student" : roleOf(random.below(100));
    const second = secondOf(random);
    const name = like?.name ?? (second === "1" || second === "2" ? makeName(random) : makeForeignName(random));
    const school = like?.places[0]?.school ?? random.pick(chosen);
    const another = chosen[(chosen.indexOf(school) + 1) % chosen.length]!;
    const at = last ? [school, another] : [school];
    persons.push({ id: number(second), name, role, places: at.map((each) => places(each, role)) });
  }
  return persons;
}

function roleOf(percent: number): SampleRole {
  if (percent < 80) return "student";
  return percent < 95 ? "teacher" : "staff";
}

function secondOf(random: Random): SecondSign {
  const percent = random.below(100);
  if (percent < 90) return random.pick(["1", "2"]);
  return percent < 96 ? random.pick(["8", "9"]) : random.pick(["A", "B", "C", "D"]);
}

function numberMaker(letter: string): (second: SecondSign) => string {
  const serials = new Map<SecondSign, number>();
  return (second) => {
    const serial = serials.get(second) ?? firstSerial;
    serials.set(second, serial + 1);
    return personNumber(letter, second, serial);
  };
}

/** Students sit in classes, each on a seat of their own; universities have neither. */
function placeMaker(countyId: string, random: Random): (school: CatalogueSchool, role: SampleRole) => SamplePlace {
  const seats = new Map<string, number>();
  return (school, role) => {
    if (role !== "student") return { countyId, school };
    const grade = firstGrade[school.level] + random.below(years[school.level]);
    if (school.level === "大專校院") return { countyId, school, grade };
    const className = 1 + random.below(3);
    const key = [school.code, school.level, grade, className].join("|");
    const seat = (seats.get(key) ?? 0) + 1;
    seats.set(key, seat);

    return { countyId, school, grade, class: className, seat };
  };
}

function sampleOf<T>(items: readonly T[], most: number, random: Random): T[] {
  const rest = [...items];
  return Array.from({ length: Math.min(most, rest.length) }, () => rest.splice(random.below(rest.length), 1)[0]!);
}
