import { type Catalogue, readCatalogue } from "../../catalogue.ts";
import { countyPersons } from "./county-persons.ts";
import { oneRosterFiles } from "./one-roster-files.ts";
import { fixedRandom } from "./random.ts";
import { pickedPersons } from "./sample-persons.ts";
import type { SeedPerson } from "./seed-person.ts";
import { templateFile } from "./template-file.ts";

/** Two sources for the importer, each a folder of files by name. */
export interface RosterFiles {
  readonly oneRoster: ReadonlyMap<string, Uint8Array>;
  readonly template: ReadonlyMap<string, Uint8Array>;
}

/** The 學年度 and semester the sample roster speaks of. */
export const sampleTerm = { year: 115, semester: 1 } as const;

const people = 3_000;
const seed = 1_150_801;

/**
 * 3,000 made-up people in real schools of all 22 counties, the same to the byte each time: every other county as a OneRoster 1.2 package, the
 * rest in the template, 1,500 people each. Those of `samplePersons` are among them.
 */
export function sampleRoster(catalogue: Catalogue = readCatalogue()): RosterFiles {
  const persons = [...samplePeople(catalogue).values()];
  return {
    oneRoster: oneRosterFiles(catalogue.counties.filter(isEven), persons.filter(isEven).flat()),
    template: new Map([["名冊.csv", templateFile(persons.filter(isOdd).flat())]]),
  };
}

/** Everybody of the sample roster by county (`TPE`), in the order of the catalogue: those of `samplePersons` come first. */
export function samplePeople(catalogue: Catalogue): ReadonlyMap<string, readonly SeedPerson[]> {
  const random = fixedRandom(seed);
  const picked = Map.groupBy(pickedPersons(catalogue), (person) => person.places[0]?.countyId);
  return new Map(
    catalogue.counties.map(({ id }, index) => {
      const known = picked.get(id) ?? [];
      const count = shareOf(index, catalogue.counties.length) - known.length;
      return [id, [...known, ...countyPersons(id, catalogue.schools.get(id) ?? [], count, random)]] as const;
    }),
  );
}

/** An equal share for each county; the people left over go one each to the first ones. */
function shareOf(index: number, counties: number): number {
  return Math.floor(people / counties) + (index < people % counties ? 1 : 0);
}

function isEven(_: unknown, index: number): boolean {
  return index % 2 === 0;
}

function isOdd(_: unknown, index: number): boolean {
  return index % 2 === 1;
}
