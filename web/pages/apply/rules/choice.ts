import { type SchoolLevel, schoolLevels } from "../../../../functions/contract/catalogue.ts";
import type { Enrolment, Role } from "../../../../functions/contract/schemas/parts.ts";

/** The identity kinds of this form (M2), in the manual's order. 其他 has a way of its own (M20). */
export const roles = ["student", "teacher", "staff"] as const satisfies readonly Role[];

/**
 * What was chosen before any personal data (M10). It lives in the address, so that a reload keeps it and a teacher can hand the
 * class a link to its own school; nothing in it says who applies.
 */
export interface Choice {
  readonly role?: Role;
  /** Names as in the catalogue: `臺北市`, `松山區`. */
  readonly county?: string;
  readonly district?: string;
  readonly level?: SchoolLevel;
  /** The school's code. */
  readonly school?: string;
}

export type SchoolChoice = Choice & Required<Pick<Choice, "role" | "level" | "school">>;

export function isSchoolChosen(choice: Choice): choice is SchoolChoice {
  return choice.role !== undefined && choice.level !== undefined && choice.school !== undefined;
}

/** Longer than any county, district or code of the catalogue: what is longer came from somewhere else. */
const longest = 20;

/** Reads the address's query. Unknown words are dropped; whether the school exists is for the catalogue to say. */
export function readChoice(query: Readonly<Record<string, string | undefined>>): Choice {
  const word = (name: string) => {
    const value = query[name];
    return value !== undefined && value !== "" && value.length <= longest ? value : undefined;
  };
  return withoutBlanks({
    role: roles.find((known) => known === query.role),
    county: word("county"),
    district: word("district"),
    level: schoolLevels.find((known) => known === query.level),
    school: word("school"),
  });
}

/** The query of an address, with `?`, or nothing. */
export function writeChoice(choice: Choice): string {
  const { role, county, district, level, school } = choice;
  const query = new URLSearchParams(withoutBlanks({ role, county, district, level, school })).toString();
  return query === "" ? "" : `?${query}`;
}

/** The choice behind an application the server knows: what 回上一頁 needs after a reload. */
export function choiceOf(enrolment: Enrolment): Choice {
  const { role, county, district, school } = enrolment;
  return { role, county, district, level: school.level, school: school.code };
}

type Blank<T> = { [K in keyof T]: T[K] | undefined };

function withoutBlanks<T extends Record<string, string>>(values: Blank<T>): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ""),
  ) as Partial<T>;
}
