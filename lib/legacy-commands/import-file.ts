import { hash } from "node:crypto";
import {
  type LegacyImportCounts,
  type LegacyImportReport,
  type LegacyImportRow,
  type LegacyRowProblem,
  legacyRowsAtOnce,
} from "../../functions/contract/legacy.ts";
import { legacyAccountOf } from "../../functions/person/legacy-account.ts";
import type { JobsHandler } from "../local/handlers.ts";
import { type LegacyFile, readRows } from "./read-rows.ts";

export interface ImportOptions {
  readonly platform: string;
  readonly by: string;
  readonly dryRun: boolean;
  /** Calls at a time: in the cloud each is a function of its own. */
  readonly atOnce: number;
}

export interface ImportListener {
  /** What is wrong with rows, as soon as it is known, in the order of the file as far as calls go together. */
  problems(found: readonly LegacyRowProblem[]): void;
  progress(soFar: ImportCounts): void;
}

export interface ImportCounts extends LegacyImportCounts {
  /** Rows that were looked at. */
  readonly rows: number;
  readonly good: number;
  /** Rows that were left out. */
  readonly bad: number;
}

/** `stoppedAt`: the first line that may not be imported, since a call failed with `cause`. */
export type ImportResult =
  | (ImportCounts & { readonly refused?: never; readonly stoppedAt?: number; readonly cause?: unknown })
  | Extract<LegacyImportReport, { refused: string }>;

/** What a call may carry, in bytes of JSON: a function of the cloud takes six million. */
const largestCall = 4_000_000;

type Chunk = { readonly rows: LegacyImportRow[]; readonly problems: LegacyRowProblem[] };

/**
 * Imports a file by the job, so many rows at a time; no more than these are in memory, and of each account 12 bytes, by which two rows of
 * one are found wherever they stand.
 */
export async function importFile(
  given: LegacyFile,
  jobs: JobsHandler,
  { platform, by, dryRun, atOnce }: ImportOptions,
  listener: ImportListener,
): Promise<ImportResult> {
  const counts = { rows: 0, good: 0, bad: 0, added: 0, changed: 0, same: 0, kept: 0 };
  const call = async ({ rows }: Chunk): Promise<LegacyImportReport> => {
    if (rows.length === 0) return { good: 0, problems: [], added: 0, changed: 0, same: 0, kept: 0 };
    return (await jobs({ job: "import-legacy-accounts", platform, operator: by, rows, dryRun })) as LegacyImportReport;
  };

  for await (const chunks of groupsOf(chunksOf(given), atOnce)) {
    const answers = await Promise.allSettled(chunks.map(call));
    for (const [index, answer] of answers.entries()) {
      const { rows, problems } = chunks[index] as Chunk;
      const stoppedAt = rows[0]?.line ?? 0;
      if (answer.status === "rejected") return { ...counts, stoppedAt, cause: answer.reason };
      const report = answer.value;
      if (report.refused !== undefined) return report;
      const found = [...problems, ...report.problems].toSorted((one, other) => one.line - other.line);
      counts.rows += rows.length + problems.length;
      counts.bad += problems.length + rows.length - report.good;
      for (const name of ["good", "added", "changed", "same", "kept"] as const) counts[name] += report[name];
      if (found.length > 0) listener.problems(found);
    }
    listener.progress(counts);
  }
  return counts;
}

async function* chunksOf(given: LegacyFile): AsyncGenerator<Chunk> {
  const seen = new Set<string>();
  let chunk: Chunk = { rows: [], problems: [] };
  let size = 0;
  const cut = () => {
    const whole = chunk;
    [chunk, size] = [{ rows: [], problems: [] }, 0];
    return whole;
  };
  for await (const { rows, problems } of readRows(given)) {
    for (const problem of problems) chunk.problems.push(problem);
    for (const row of rows) {
      if (isRepeated(seen, row)) {
        chunk.problems.push({ line: row.line, field: "account", reason: "repeated", left: "row" });
        continue;
      }
      const bytes = Buffer.byteLength(JSON.stringify(row));
      if (chunk.rows.length === legacyRowsAtOnce || size + bytes > largestCall) yield cut();
      chunk.rows.push(row);
      size += bytes;
    }
    if (chunk.problems.length >= legacyRowsAtOnce) yield cut();
  }
  if (chunk.rows.length + chunk.problems.length > 0) yield chunk;
}

function isRepeated(seen: Set<string>, { account }: LegacyImportRow): boolean {
  const folded = legacyAccountOf(account);
  if (folded === "") return false;
  const id = hash("sha256", folded, "buffer").toString("latin1", 0, 12);
  if (seen.has(id)) return true;
  seen.add(id);
  return false;
}

async function* groupsOf<T>(items: AsyncIterable<T>, most: number): AsyncGenerator<readonly T[]> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < most) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
