import { type CsvTable, type RosterEncoding, readTable } from "./csv-table.ts";
import { type RosterLimits, rosterLimits } from "./limits.ts";
import { RosterSourceError } from "./problems.ts";
import { addFile, isArchive, tableName, unpack } from "./unpack.ts";

/** What a person hands in: the bytes of one upload (an archive or a CSV file), or the files of a folder by name. */
export type RosterSource = Uint8Array | ReadonlyMap<string, Uint8Array>;

export interface ReadOptions {
  /** `utf-8` (with or without a byte order mark) unless the person says `big5`. */
  readonly encoding?: RosterEncoding;
  readonly limits?: RosterLimits;
}

/** A source told apart: files of a OneRoster package, read when wanted, or the one table of the template. */
export type SourceTables =
  | { readonly kind: "one-roster"; readonly names: ReadonlySet<string>; table(name: string): CsvTable }
  | { readonly kind: "template"; readonly table: CsvTable };

/**
 * Finds out what a source is: with a `manifest.csv` it is a OneRoster package, else it must hold one CSV file, the template.
 * OneRoster is always UTF-8, whatever `encoding` says.
 * @throws RosterSourceError when it is neither, or larger than the limits
 */
export function readSource(source: RosterSource, options: ReadOptions = {}): SourceTables {
  const { encoding = "utf-8", limits = rosterLimits } = options;
  const files = filesOf(source, limits);
  if (files.has("manifest.csv")) {
    return { kind: "one-roster", names: new Set(files.keys()), table: (name) => oneRosterTable(files, name, limits) };
  }
  const [only, another] = files;
  if (!only) throw new RosterSourceError("no-table");
  if (another) throw new RosterSourceError("several-tables");
  return { kind: "template", table: readTable(only[0], only[1], encoding, limits) };
}

function oneRosterTable(files: ReadonlyMap<string, Uint8Array>, name: string, limits: RosterLimits): CsvTable {
  const bytes = files.get(name);
  if (!bytes) throw new RosterSourceError("missing-file", name);
  return readTable(name, bytes, "utf-8", limits);
}

function filesOf(source: RosterSource, limits: RosterLimits): Map<string, Uint8Array> {
  if (source instanceof Uint8Array) {
    if (source.length > limits.fileBytes) throw new RosterSourceError("too-large");
    return isArchive(source) ? unpack(source, limits) : new Map([["roster.csv", source]]);
  }
  if (source.size > limits.files) throw new RosterSourceError("too-many-files");
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const [path, content] of source) {
    const name = tableName(path);
    if (name === undefined) continue;
    bytes += content.length;
    if (content.length > limits.fileBytes || bytes > limits.unpackedBytes)
      throw new RosterSourceError("too-large", name);
    addFile(files, name, content);
  }
  return files;
}
