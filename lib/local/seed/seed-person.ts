import type { CatalogueSchool } from "../../../functions/contract/catalogue.ts";

export type SampleRole = "student" | "teacher" | "staff";

/** A name in the two parts OneRoster asks for, and whole when it is more than the two put together. */
export interface SampleName {
  readonly family: string;
  readonly given: string;
  readonly whole: string;
}

export interface SamplePlace {
  readonly countyId: string;
  readonly school: CatalogueSchool;
  /** 1–12, or the year of study in 大專校院. */
  readonly grade?: number;
  readonly class?: number;
  readonly seat?: number;
}

/** A made-up person, with one place or (some teachers) two. */
export interface SeedPerson {
  readonly id: string;
  readonly name: SampleName;
  readonly role: SampleRole;
  readonly places: readonly SamplePlace[];
}
