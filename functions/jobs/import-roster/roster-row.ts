import type { SchoolLevel } from "../../contract/catalogue.ts";
import type { PersonIdKind } from "../../person/national-id.ts";
import type { RowReason } from "./problems.ts";

/** M2: the identity kinds that a roster can vouch for. */
export type RosterRole = "student" | "teacher" | "staff";

/** `row` is the line of the file as a spreadsheet counts it: the header is 1. */
export interface RowPlace {
  readonly file: string;
  readonly row: number;
}

/**
 * One person in one role at one school, checked. `personId` is the plain number: it lives in memory only, and the writer
 * keeps its keyed hash. `leave` says that the person no longer has this role at this school (M4).
 */
export interface RosterRow {
  readonly personId: string;
  readonly idKind: PersonIdKind;
  readonly name: string;
  readonly role: RosterRole;
  readonly schoolCode: string;
  readonly level: SchoolLevel;
  /** 1–12 from the first year of 國小 to the last of 高中職; the year of study in 大專校院. */
  readonly grade?: number;
  readonly class?: string;
  readonly seat?: number;
  readonly change: "put" | "leave";
  readonly source: RowPlace;
}

/** Why a row was not taken. It names the field, never the value: a report may be mailed, a name or an ID may not. */
export interface RowProblem extends RowPlace {
  /** The column as the file calls it; empty when the whole row is meant. */
  readonly field: string;
  readonly reason: RowReason;
}

/** What a reader makes of a source: `read` counts the rows that each stand for one person in one role. */
export interface RosterReading {
  readonly read: number;
  readonly rows: readonly RosterRow[];
  readonly problems: readonly RowProblem[];
}

/** T25: rows of one key are the same fact, so that a second import finds it instead of adding it. */
export function rowKey(row: Pick<RosterRow, "personId" | "schoolCode" | "level" | "role">): string {
  return [row.personId, row.schoolCode, row.level, row.role].join("|");
}
