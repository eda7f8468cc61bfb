import { readOneRoster } from "./one-roster.ts";
import { type ReadOptions, type RosterSource, readSource } from "./read-source.ts";
import type { RosterReading, RowPlace, RowProblem } from "./roster-row.ts";
import type { RosterWriter, SchoolTerm, WriteCounts, WriteStamp } from "./roster-writer.ts";
import { dayInTaiwan } from "./rules/dates.ts";
import type { SchoolLookup } from "./rules/school.ts";
import { readTemplate } from "./template.ts";

export interface ImportOptions extends ReadOptions {
  readonly schools: SchoolLookup;
  readonly roster: RosterWriter;
  readonly asOf: SchoolTerm;
  readonly now: Date;
}

export interface ImportReport extends WriteCounts {
  readonly asOf: SchoolTerm;
  readonly importedAt: Date;
  /** Rows read that each stand for one person in one role. */
  readonly rows: number;
  /** Rows without a problem, all of which were handed to the writer unless it stopped. */
  readonly accepted: number;
  readonly problems: readonly RowProblem[];
  /** Where the writer failed: rows from here on may not be written. Importing the file again goes on safely. */
  readonly stoppedAt?: RowPlace & { readonly cause: unknown };
}

/** Rows a writer gets at once: what one DynamoDB BatchGetItem can look up. */
const batchSize = 100;

/**
 * Reads a source without writing anything, for a dry run.
 * @throws RosterSourceError when the source is no roster at all
 */
export function readRoster(
  source: RosterSource,
  options: ReadOptions & Pick<ImportOptions, "schools" | "now">,
): RosterReading {
  const tables = readSource(source, options);
  const reading =
    tables.kind === "one-roster"
      ? readOneRoster(tables, options.schools, dayInTaiwan(options.now))
      : readTemplate(tables.table, options.schools);
  return { ...reading, problems: reading.problems.toSorted(byPlace) };
}

/**
 * Imports a roster (T25): every good row is written, every bad one is in the report with file, row, field and reason, and importing the same
 * source again changes nothing. Plain ID numbers are in memory only while this runs.
 * @throws RosterSourceError when the source is no roster at all; nothing was written then
 */
export async function importRoster(source: RosterSource, options: ImportOptions): Promise<ImportReport> {
  const { read, rows, problems } = readRoster(source, options);
  const stamp: WriteStamp = { asOf: options.asOf, importedAt: options.now };
  const head = { ...stamp, rows: read, accepted: rows.length, problems };
  let counts: WriteCounts = { added: 0, changed: 0, unchanged: 0, left: 0 };
  for (let at = 0; at < rows.length; at += batchSize) {
    const batch = rows.slice(at, at + batchSize);
    try {
      counts = sum(counts, await options.roster.write(batch, stamp));
    } catch (cause) {
      return { ...head, ...counts, stoppedAt: { ...batch[0]!.source, cause } };
    }
  }
  return { ...head, ...counts };
}

function sum(a: WriteCounts, b: WriteCounts): WriteCounts {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    left: a.left + b.left,
  };
}

function byPlace(a: RowProblem, b: RowProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.row - b.row;
}
