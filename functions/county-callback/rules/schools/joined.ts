import type { CountySchool } from "../../../contract/counties.ts";
import { most } from "../told.ts";
import { inOrder, isOutside } from "../words/role.ts";
import { orderOf } from "../words/term.ts";
import type { Place } from "./place.ts";

/**
 * Places of one code as one school; posts and classes come in two lists. What has no code belongs to the only school told, and a class
 * else to the only school where the person is a student. Roles that belong to no school stay under the code "". At most 20.
 */
export function joined(places: readonly Place[]): CountySchool[] {
  const bySchool = new Map<string, Place[]>();
  for (const place of places) {
    const known = place.code === undefined ? undefined : bySchool.get(place.code);
    if (known) known.push(place);
    else if (place.code !== undefined && bySchool.size < most.schools) bySchool.set(place.code, [place]);
  }
  const homeless: Place[] = [];
  for (const place of places.filter(({ code }) => code === undefined)) {
    const isClass = place.titles.length === 0;
    const home = onlyOne([...bySchool.values()]) ?? (isClass ? studentsSchool(bySchool) : undefined);
    if (home) home.push(place);
    else if (!isClass) homeless.push(place);
  }
  const schools = [...bySchool].flatMap(([code, of]) => schoolOf(code, of));
  return homeless.length > 0 ? [...schools, ...schoolOf("", homeless)] : schools;
}

function studentsSchool(bySchool: ReadonlyMap<string, Place[]>): Place[] | undefined {
  return onlyOne([...bySchool.values()].filter((places) => places.some(({ roles }) => roles.includes("student"))));
}

function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Nothing when all that the county says of the school is a parent's word. */
function schoolOf(code: string, places: readonly Place[]): CountySchool[] {
  const words = [...new Set(places.flatMap(({ titles }) => titles))];
  const titles = words.filter((word) => !isOutside(word)).slice(0, most.titles);
  const roles = inOrder(places.flatMap((place) => place.roles));
  if (words.length > 0 && titles.length === 0 && roles.length === 0) return [];
  return [{ code, roles, titles, ...latestClass(places) }];
}

/** Of the latest term only: in summer the next one is told already. Where two classes are told for it, neither is the person's own. */
function latestClass(places: readonly Place[]): Pick<CountySchool, "grade" | "class" | "seat" | "year" | "semester"> {
  const latest = Math.max(...places.map(orderOf));
  const current = places.filter((place) => orderOf(place) === latest);
  const fields = ["grade", "class", "seat", "year", "semester"] as const;
  const agreed = fields.flatMap((field) => {
    const values = new Set(current.flatMap((place) => place[field] ?? []));
    return values.size === 1 ? [[field, [...values][0]]] : [];
  });
  return Object.fromEntries(agreed);
}
