import { parse } from "csv-parse/sync";
import { type LegacyImportRow, type LegacyRowProblem, legacyColumns } from "../../functions/contract/legacy.ts";
import { plainText } from "../../functions/person/text.ts";
import { LegacyFileError } from "./file-error.ts";
import { type FileLine, type LegacyEncoding, readLines } from "./read-lines.ts";

type Column = (typeof legacyColumns)[number];

/** What a look through the whole file says, before anything of it is imported. */
export interface LegacyFile {
  readonly file: string;
  readonly encoding: LegacyEncoding;
  readonly rows: number;
  /** How many cells a row has, and where each column stands. */
  readonly width: number;
  readonly columns: ReadonlyMap<Column, number>;
  /** Headings that an import does not know. */
  readonly unused: readonly string[];
}

export interface ReadRows {
  readonly rows: readonly LegacyImportRow[];
  readonly problems: readonly LegacyRowProblem[];
}

const mostRows = 1_000_000;
const needed: readonly Column[] = ["account", "format", "hash"];

/**
 * Reads a file to its end, without keeping any of it: its encoding, its heading and how many rows there are.
 * @throws LegacyFileError when it is no list of accounts
 */
export async function lookThrough(file: string, encoding: LegacyEncoding): Promise<LegacyFile> {
  let heading: readonly string[] | undefined;
  let rows = 0;
  for await (const lines of readLines(file, encoding))
    for (const line of lines) {
      if (isBlank(line)) continue;
      if (heading === undefined) heading = cellsOf(line.text ?? "")?.map((cell) => plainText(cell).toLowerCase());
      else rows += 1;
      if (heading === undefined) throw new LegacyFileError("empty-file");
      if (rows > mostRows) throw new LegacyFileError("too-many-rows");
    }
  if (heading === undefined) throw new LegacyFileError("empty-file");
  return { file, encoding, rows, width: heading.length, ...columnsOf(heading) };
}

/** The rows, so many at a time as a piece of the file holds, and what is wrong with the lines that are none. */
export async function* readRows(given: LegacyFile): AsyncGenerator<ReadRows> {
  let isPastHeading = false;
  for await (const lines of readLines(given.file, given.encoding)) {
    const filled = lines.filter((line) => !isBlank(line));
    const own = isPastHeading ? filled : filled.slice(1);
    isPastHeading ||= filled.length > 0;
    if (own.length > 0) yield rowsOf(own, given);
  }
}

function rowsOf(lines: readonly FileLine[], { width, columns }: LegacyFile): ReadRows {
  const problems: LegacyRowProblem[] = [];
  const broken = ({ line }: FileLine, reason: LegacyRowProblem["reason"]) =>
    void problems.push({ line, field: "", reason, left: "row" });
  const whole = lines.filter((line) => line.text !== undefined || broken(line, "line-too-long"));
  const cells = recordsOf(whole.map(({ text = "" }) => text));
  const rows = whole.flatMap((line, index): LegacyImportRow[] => {
    const own = cells[index];
    if (own === undefined) return broken(line, "broken-row") ?? [];
    // A spreadsheet may add empty cells at the end of a row: those are no fault.
    const isWide = own.length >= width && own.slice(width).every((extra) => extra.trim() === "");
    if (!isWide) return broken(line, "column-count") ?? [];
    const at = (column: Column) => own[columns.get(column) ?? -1] ?? "";
    const more = (["salt", "email", "name", "hint"] as const).filter((column) => at(column) !== "");
    return [
      {
        line: line.line,
        account: at("account"),
        format: at("format"),
        hash: at("hash"),
        ...Object.fromEntries(more.map((column) => [column, at(column)])),
      },
    ];
  });
  return { rows, problems };
}

/** A line's cells; undefined where its quotation marks do not match. All at once, unless one of them does not. */
function recordsOf(lines: readonly string[]): (readonly string[] | undefined)[] {
  try {
    const records = parse(lines.join("\n"), options);
    // As many records as lines: each is one.
    if (records.length === lines.length) return records;
  } catch {}
  return lines.map(cellsOf);
}

function cellsOf(line: string): readonly string[] | undefined {
  try {
    const [cells] = parse(line, options);
    return cells;
  } catch {
    return undefined;
  }
}

const options = { relax_column_count: true, record_delimiter: "\n" } as const;

const isBlank = ({ text }: FileLine): boolean => text !== undefined && /^[,\s]*$/.test(text);

function columnsOf(heading: readonly string[]): Pick<LegacyFile, "columns" | "unused"> {
  const columns = new Map<Column, number>();
  const unused: string[] = [];
  for (const [index, name] of heading.entries()) {
    const column = legacyColumns.find((known) => known === name);
    if (column === undefined) unused.push(...(name === "" ? [] : [name]));
    else if (columns.has(column)) throw new LegacyFileError("repeated-column", column);
    else columns.set(column, index);
  }
  const missing = needed.find((column) => !columns.has(column));
  if (missing !== undefined) throw new LegacyFileError("missing-column", missing);
  return { columns, unused };
}
