import { type Catalogue, readCatalogue } from "../../catalogue.ts";
import { hanName } from "../seed/names.ts";
import { countyLetters, personNumber } from "../seed/person-number.ts";
import { samplePeople } from "../seed/sample-roster.ts";
import type { SampleRole, SeedPerson } from "../seed/seed-person.ts";

/** The counties with a sample provider. */
export const sampleCountyIds = ["TAO", "KHH", "TPE", "TNN"] as const;
export type SampleCounty = (typeof sampleCountyIds)[number];

export interface CountyPlace {
  readonly district: string;
  readonly school: { readonly code: string; readonly level: string; readonly name: string };
  /** 1–12, or the year of study in 大專校院; students only. */
  readonly grade?: number;
  readonly class?: number;
  readonly seat?: number;
}

/** An account at a sample county. */
export interface CountyAccount {
  readonly county: SampleCounty;
  /** Unique within the county; its subject everywhere is made from it. */
  readonly account: string;
  readonly password: string;
  readonly name: string;
  /** `王○明`. */
  readonly maskedName: string;
  readonly role: SampleRole;
  /** The ID number. */
  readonly personId: string;
  readonly email?: string;
  /** At least one. */
  readonly places: readonly CountyPlace[];
  /** What the sample roster says of the person: here too, nowhere (查無資料), or in another county only. */
  readonly roster: "here" | "unknown" | "elsewhere";
}

/** One for all: these accounts are for trying out, on this machine only. */
export const countyPassword = "county-2026";

/** Whose person somebody of this county claims to be (T35). */
const elsewhere: Record<SampleCounty, string> = { TAO: "NWT", KHH: "TPE", TPE: "TXG", TNN: "ILA" };
/** Above every serial of the roster. */
const unknownSerials = { student: 9_001, teacher: 9_002 } as const;
const roleLetters: Record<SampleRole, string> = { student: "s", teacher: "t", staff: "e" };

/**
 * Everybody of the sample roster in this county, in its order, then two whom the roster does not know and one who claims a person of
 * another county. The same each time.
 */
export function countyAccounts(county: SampleCounty, catalogue: Catalogue = readCatalogue()): readonly CountyAccount[] {
  const people = samplePeople(catalogue);
  const here = people.get(county) ?? [];
  const claimed = people.get(elsewhere[county])?.[0];
  const [pupil, teacher] = [here.find(hasSeat), here.find(({ role }) => role === "teacher")];
  if (!claimed || !pupil || !teacher) throw new Error(`The sample roster has not everybody that ${county} needs`);
  const letter = countyLetters[county] ?? "";
  const unknown = [
    { ...pupil, name: hanName("何", "新生"), id: personNumber(letter, "1", unknownSerials.student) },
    { ...teacher, name: hanName("方", "新任"), id: personNumber(letter, "2", unknownSerials.teacher) },
  ].map(withNextSeat);
  const claimant = withNextSeat({ ...claimed, places: (claimed.role === "student" ? pupil : teacher).places }, 2);
  const accountOf = (roster: CountyAccount["roster"]) => (person: SeedPerson, index: number) =>
    account(county, person, roster, index);
  return [
    ...here.map(accountOf("here")),
    ...unknown.map((person, index) => accountOf("unknown")(person, 900 + index)),
    accountOf("elsewhere")(claimant, 950),
  ];
}

function account(
  county: SampleCounty,
  { id, name, role, places }: SeedPerson,
  roster: CountyAccount["roster"],
  index: number,
): CountyAccount {
  const own = `${county.toLowerCase()}-${roleLetters[role]}${String(index + 1).padStart(3, "0")}`;
  return {
    county,
    account: own,
    password: countyPassword,
    name: name.whole,
    maskedName: masked(name.whole),
    role,
    personId: id,
    // Some have none: no county may be relied on for it.
    ...(index % 3 === 2 ? {} : { email: `${own}@mail.${county.toLowerCase()}.example` }),
    places: places.map(({ school: { code, level, name: school, district }, countyId: _, ...seat }) => ({
      district,
      school: { code, level, name: school },
      ...seat,
    })),
    roster,
  };
}

const hasSeat = ({ places }: SeedPerson) => places[0]?.seat !== undefined;

/** Seats of their own in the class of somebody else. */
function withNextSeat(person: SeedPerson, index: number): SeedPerson {
  return {
    ...person,
    places: person.places.map((place) => (place.seat === undefined ? place : { ...place, seat: 41 + index })),
  };
}

/** The first sign and, from three signs on, the last one stay. */
function masked(name: string): string {
  const signs = [...name];
  const last = signs.length > 2 ? signs.at(-1) : "";
  return `${signs[0]}${"○".repeat(Math.min(3, Math.max(1, signs.length - 2)))}${last}`;
}
