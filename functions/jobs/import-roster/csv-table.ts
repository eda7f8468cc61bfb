import { parse } from "csv-parse/sync";
import { plainText } from "../../person/text.ts";
import type { RosterLimits } from "./limits.ts";
import { RosterSourceError } from "./problems.ts";
import type { RowProblem } from "./roster-row.ts";

export interface CsvTable {
  readonly file: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly CsvRow[];
  /** Lines that are no rows. */
  readonly problems: readonly RowProblem[];
}

export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The encodings a school's office programs write. Big5 is never guessed: it must be said (T25). */
export type RosterEncoding = "utf-8" | "big5";

interface Line {
  readonly row: number;
  readonly text: string;
}

/** A whole line of RFC 4180 fields. Each step is settled by the next character, so that matching takes linear time (T28). */
const wellQuoted = /^(?:[^",]*|"(?:[^"]|"")*")(?:,(?:[^",]*|"(?:[^"]|"")*"))*$/;

/**
 * Reads one CSV file with a header row. A row is one line: OneRoster forbids line ends within a field, and so one stray quotation mark
 * costs one row and not the rest of the file. Lines that hold nothing, or only commas, are passed over.
 * @throws RosterSourceError not-utf8, empty-file, repeated-column, too-many-rows
 */
export function readTable(file: string, bytes: Uint8Array, encoding: RosterEncoding, limits: RosterLimits): CsvTable {
  const problems: RowProblem[] = [];
  const good: Line[] = [];
  let count = 0;
  for (const line of linesOf(decode(file, bytes, encoding))) {
    if (/^[,\s]*$/.test(line.text)) continue;
    count += 1;
    if (count > limits.rows + 1) throw new RosterSourceError("too-many-rows", file);
    const reason =
      line.text.length > limits.lineLength ? "line-too-long" : wellQuoted.test(line.text) ? "" : "broken-row";
    if (reason) problems.push({ file, row: line.row, field: "", reason });
    else good.push(line);
  }
  const [header, ...rows] = splitLines(good);
  if (!header || problems.some((problem) => problem.row < header.row)) throw new RosterSourceError("empty-file", file);
  const columns = columnsOf(file, header.cells);
  const [whole, uneven] = partition(rows, (row) => hasWidth(row.cells, header.cells.length));
  const ragged = uneven.map(({ row }) => ({ file, row, field: "", reason: "column-count" as const }));
  return { file, columns, rows: whole, problems: [...problems, ...ragged] };
}

/** A cell as the file has it; empty when the table lacks the column. */
export function cell(table: CsvTable, row: CsvRow, column: string): string {
  const at = table.columns.get(column);
  return at === undefined ? "" : (row.cells[at] ?? "");
}

/** @throws RosterSourceError missing-column */
export function requireColumns(table: CsvTable, columns: readonly string[]): void {
  const missing = columns.find((column) => !table.columns.has(column));
  if (missing !== undefined) throw new RosterSourceError("missing-column", table.file, missing);
}

function decode(file: string, bytes: Uint8Array, encoding: RosterEncoding): string {
  if (encoding === "big5") return new TextDecoder("big5").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RosterSourceError("not-utf8", file);
  }
}

function* linesOf(text: string): Generator<Line> {
  const end = text.includes("\n") ? "\n" : "\r";
  let row = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf(end, at);
    const stop = found < 0 ? text.length : found;
    row += 1;
    yield { row, text: text.slice(at, text[stop - 1] === "\r" && stop > at ? stop - 1 : stop) };
    at = stop + 1;
  }
}

function splitLines(lines: readonly Line[]): CsvRow[] {
  const records = parse(lines.map((line) => line.text).join("\n"), {
    relax_column_count: true,
    record_delimiter: "\n",
  });
  return records.map((cells, index) => ({ row: lines[index]?.row ?? 0, cells }));
}

function columnsOf(file: string, header: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [index, name] of header.map(plainText).entries()) {
    if (name === "") continue;
    if (columns.has(name)) throw new RosterSourceError("repeated-column", file, name);
    columns.set(name, index);
  }
  return columns;
}

/** A spreadsheet may add empty cells at the end of a row: those are no fault. */
function hasWidth(cells: readonly string[], width: number): boolean {
  return cells.length >= width && cells.slice(width).every((extra) => extra.trim() === "");
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const { yes = [], no = [] } = Object.groupBy(items, (item) => (test(item) ? "yes" : "no"));
  return [yes, no];
}
