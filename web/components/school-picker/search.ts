import { foldName } from "../../../functions/person/name.ts";
import type { ListedSchool } from "./school-list.ts";

/** The directory writes short forms, and a senior high school now 高中, now 中學; a person may type the whole words of its seal. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/國民小學|小學/g, "國小"],
  [/國民中學/g, "國中"],
  [/高級中等學校|高級中學|中學/g, "高中"],
  [/高級工業職業學校/g, "高工"],
  [/高級商業職業學校/g, "高商"],
];

/** Who founded it comes first in the directory and is left out in speech: 「市立建國高中」 is 建國高中 to its pupils. */
const founder = /^(?:國立|市立|縣立|私立|財團法人)+/;

/** The form two spellings of a school's name share: 臺/台, width, spaces and letter case (M10, as names of persons), and short forms. */
export function foldSchool(text: string): string {
  return shortForms.reduce((folded, [long, short]) => folded.replace(long, short), foldName(text));
}

/**
 * The schools of one county whose names fit what was typed, best first: those that begin with it, then those that hold it. Only
 * when there is none: names that hold its characters in order (建中 → 建國高中), then names that are its short form (師大附中 for
 * 臺灣師範大學附屬高級中學). An empty query fits nothing.
 */
export function searchSchools(schools: readonly ListedSchool[], typed: string, county: string): ListedSchool[] {
  const query = withoutCounty(foldSchool(typed), foldName(county));
  if (query === "") return [];
  const folded = foldedNames(schools);
  const found = firstFilled(
    () => folded.filter(({ name }) => name.includes(query)),
    () => folded.filter((one) => holdsInOrder(placed(one), query)),
    () => folded.filter(({ name }) => holdsInOrder(query, name.replace(founder, ""))),
  );
  const rank = (name: string) => (name.startsWith(query) || name.replace(founder, "").startsWith(query) ? 0 : 1);
  return found.sort((a, b) => rank(a.name) - rank(b.name) || a.name.length - b.name.length).map(({ school }) => school);
}

interface Folded {
  readonly school: ListedSchool;
  readonly name: string;
}

/** Folding a county of 400 schools at every key would be felt on a cheap phone: once a list is enough. */
const kept = new WeakMap<readonly ListedSchool[], readonly Folded[]>();

function foldedNames(schools: readonly ListedSchool[]): readonly Folded[] {
  const known = kept.get(schools);
  if (known) return known;
  const folded = schools.map((school) => ({ school, name: foldSchool(school.name) }));
  kept.set(schools, folded);
  return folded;
}

function firstFilled<T>(...ways: readonly (() => T[])[]): T[] {
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/** 「臺北市立建國高中」 and 「臺北市 建國高中」: the county was chosen already, and the directory leaves it out. */
function withoutCounty(query: string, county: string): string {
  if (query.startsWith(`${county}立`)) return query.slice(county.length - 1);
  return query.startsWith(county) ? query.slice(county.length) : query;
}

/** With its district before it, so that 「松山區民生國小」 is found too. */
function placed({ school, name }: Folded): string {
  return foldSchool(school.district) + name;
}

/** Whether `text` holds the characters of `short`, two at least, in their order. */
function holdsInOrder(text: string, short: string): boolean {
  let from = 0;
  for (const character of short) {
    const at = text.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return [...short].length > 1;
}
