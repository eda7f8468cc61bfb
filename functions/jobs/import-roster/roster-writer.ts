import type { RosterRow } from "./roster-row.ts";

/** The 學年度 (year − 1911, from August) and semester a roster speaks of. A grade without it is worth nothing in summer. */
export interface SchoolTerm {
  readonly year: number;
  readonly semester: 1 | 2;
}

export interface WriteCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of people who were there and have left. Someone who was never there counts as unchanged. */
  readonly left: number;
}

export interface WriteStamp {
  readonly asOf: SchoolTerm;
  readonly importedAt: Date;
}

/**
 * Where checked rows go. A row is known by `rowKey`, with the ID as its keyed hash; writing the same row again changes nothing
 * and counts as unchanged, whatever the stamp's time. The counts of one call add up to its number of rows. A call that
 * throws may have written some of them: the next import settles that.
 */
export interface RosterWriter {
  write(rows: readonly RosterRow[], stamp: WriteStamp): Promise<WriteCounts>;
}
