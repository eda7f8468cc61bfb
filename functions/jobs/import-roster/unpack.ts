import { Unzip, UnzipInflate } from "fflate";
import type { RosterLimits } from "./limits.ts";
import { RosterSourceError } from "./problems.ts";

// Small enough that one slice of a bomb (deflate packs about 1,000 to 1) swells to some 16 MB before it is counted.
const slice = 16 * 1024;

/** Whether the bytes are an archive (an Excel workbook is one too). */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The CSV files of an archive, by the name without its folders, in lower case. The sizes an archive claims are not believed: output is
 * counted as it comes and reading stops at the limit (T25).
 * @throws RosterSourceError too-large, too-many-files, same-name-twice, broken-archive
 */
export function unpack(archive: Uint8Array, limits: RosterLimits): Map<string, Uint8Array> {
  try {
    return unpackSlices(archive, limits);
  } catch (error) {
    if (error instanceof RosterSourceError) throw error;
    throw new RosterSourceError("broken-archive");
  }
}

function unpackSlices(archive: Uint8Array, limits: RosterLimits): Map<string, Uint8Array> {
  if (!hasEnd(archive)) throw new RosterSourceError("broken-archive");
  const files = new Map<string, Uint8Array>();
  const unfinished = new Set<string>();
  let entries = 0;
  let unpacked = 0;
  const unzip = new Unzip((entry) => {
    entries += 1;
    if (entries > limits.files) throw new RosterSourceError("too-many-files");
    const name = tableName(entry.name);
    if (name === undefined) return;
    const parts: Uint8Array[] = [];
    unfinished.add(name);
    entry.ondata = (error, part, final) => {
      if (error) throw error;
      unpacked += part.length;
      if (unpacked > limits.unpackedBytes) throw new RosterSourceError("too-large", name);
      parts.push(part);
      if (!final) return;
      addFile(files, name, Buffer.concat(parts));
      unfinished.delete(name);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < archive.length; at += slice) {
    unzip.push(archive.subarray(at, at + slice), at + slice >= archive.length);
  }
  if (unfinished.size > 0) throw new RosterSourceError("broken-archive");
  return files;
}

/** The end record stands in the last 22 bytes and a comment of at most 65,535: without it the archive was cut short. */
function hasEnd(archive: Uint8Array): boolean {
  return Buffer.from(archive.subarray(-65_557)).includes("PK\x05\x06", 0, "latin1");
}

/** `folder/Users.csv` → `users.csv`; undefined for what is no table, such as the `__MACOSX/._users.csv` that a Mac adds. */
export function tableName(path: string): string | undefined {
  const name = path.replaceAll("\\", "/").split("/").at(-1)?.toLowerCase() ?? "";
  return name.endsWith(".csv") && !name.startsWith(".") && name.length <= 100 ? name : undefined;
}

export function addFile(files: Map<string, Uint8Array>, name: string, bytes: Uint8Array): void {
  if (files.has(name)) throw new RosterSourceError("same-name-twice", name);
  files.set(name, bytes);
}
