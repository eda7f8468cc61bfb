import type { Role } from "../../../contract/schemas/parts.ts";
import { entriesOf, memberOf, most, recordOf, textOf } from "../told.ts";
import { type ClassFacts, facts, inClassWords } from "../words/class.ts";
import { isOutside, rolesOf } from "../words/role.ts";
import { type Term, termIn } from "../words/term.ts";

/** One entry of a county's list: a school with posts, or a school with a class. Several of them make one school (`joined`). */
export interface Place extends ClassFacts, Term {
  readonly code?: string;
  readonly titles: readonly string[];
  readonly roles: readonly Role[];
}

const codeNames = ["schoolid", "schoolId", "school_id", "sid", "id", "code"];

/**
 * `{schoolid, titles}`, `{sid, title}`, `{id, title: []}`, both title and titles, `{id, name, role, title, groups}`, or plain words. A role
 * that is said decides over the post: 新北 tells one person as 教師 and 家長 at once, and a parent's entry gives no place whatever its title.
 */
export function postPlaces(told: unknown): Place[] {
  const words: string[] = [];
  const places: Place[] = [];
  for (const entry of entriesOf(told)) {
    const record = recordOf(entry);
    if (record) places.push(postPlace(record));
    else words.push(...wordsOf(entry));
  }
  return words.length > 0 ? [...places, { titles: words, roles: rolesOf(words) }] : places;
}

/** Classes: `{schoolid, year, semester, grade, classno, classtitle}`, `{sid, gradeId, classId, classTitle}` and the like. */
export function classPlaces(told: unknown): Place[] {
  return entriesOf(told).flatMap((entry) => {
    const record = recordOf(entry);
    if (!record) return [];
    const titled = inClassWords(memberOf(record, "classtitle", "classTitle", "class_title", "className"));
    const own = facts(
      memberOf(record, "grade", "gradeId", "gradeid"),
      memberOf(record, "classno", "classNo", "classId", "classid", "class"),
      memberOf(record, "seat", "seatno", "seatNo", "seat_no"),
    );
    const term = termIn(memberOf(record, "year"), memberOf(record, "semester", "seme"));
    return [{ ...withCode(codeOf(record)), ...titled, ...own, ...term, titles: [], roles: [] }];
  });
}

/** Words of a text or list, `教師、導師` too. */
export function wordsOf(told: unknown): string[] {
  return entriesOf(told)
    .flatMap((entry) => (textOf(entry) ?? "").split(/[,、;；，|]/))
    .flatMap((word) => textOf(word) ?? [])
    .filter((word) => !/^[[{"']/.test(word))
    .slice(0, most.titles);
}

/**
 * A school's code as told, trimmed: ids that are no school codes (`A00015`, `st1020170`) were met too (domain facts §4). Only a number
 * gets back the leading zero it lost.
 */
export function schoolCodeOf(told: unknown): string | undefined {
  const text = textOf(told);
  return typeof told === "number" && /^[0-9]{5}$/.test(text ?? "") ? `0${text}` : text;
}

export function withCode(code: string | undefined): { readonly code?: string } {
  return code === undefined ? {} : { code };
}

function codeOf(record: Readonly<Record<string, unknown>>): string | undefined {
  return schoolCodeOf(memberOf(record, ...codeNames));
}

function postPlace(record: Readonly<Record<string, unknown>>): Place {
  const role = wordsOf(memberOf(record, "role", "roles"));
  const said = ["titles", "title", "groups"].flatMap((name) => wordsOf(memberOf(record, name)));
  const titles = role.length > 0 && role.every(isOutside) ? role : [...role, ...said];
  const roles = rolesOf(role);
  return { ...withCode(codeOf(record)), titles, roles: roles.length > 0 ? roles : rolesOf(titles) };
}
