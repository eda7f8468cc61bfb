import { createReadStream } from "node:fs";
import { LegacyFileError } from "./file-error.ts";

/** Big5 is never guessed: it must be said (T25). */
export type LegacyEncoding = "utf-8" | "big5";

/** `text` is missing of a line that is longer than any row. */
export interface FileLine {
  /** As a spreadsheet counts: the first is 1. */
  readonly line: number;
  readonly text?: string;
}

/** Five hundred such rows are less than a call to the cloud's function may carry. */
const longestLine = 3_000;
const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The lines of a file, so many at a time as a piece of it holds; never more than a piece and a line are in memory, however long a line is.
 * A line end within a field ends the row: one stray quotation mark costs one row and not the rest of the file.
 * @throws LegacyFileError when it cannot be read, or is not in this encoding
 */
export async function* readLines(file: string, encoding: LegacyEncoding): AsyncGenerator<readonly FileLine[]> {
  const split = splitter();
  try {
    for await (const text of readText(file, encoding)) yield split(text, false);
    yield split("", true);
  } catch (error) {
    if (error instanceof LegacyFileError) throw error;
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw new LegacyFileError(encoding === "big5" ? "not-big5" : "not-utf8");
    throw new LegacyFileError("not-readable", code);
  }
}

async function* readText(file: string, encoding: LegacyEncoding): AsyncGenerator<string> {
  // The decoder takes the byte order mark off.
  const decoder = new TextDecoder(encoding, { fatal: true });
  let isFirst = true;
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    if (isFirst && encoding === "big5" && piece.subarray(0, 3).equals(utf8Mark)) throw new LegacyFileError("not-big5");
    isFirst = false;
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

/** Lines end with LF or CR LF; with CR alone in a file whose first piece has no LF. */
function splitter() {
  let [rest, line, end, tooLong] = ["", 0, "", false];
  const lineOf = (text: string): FileLine => {
    line += 1;
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    const isTooLong = tooLong || whole.length > longestLine;
    tooLong = false;
    return isTooLong ? { line } : { line, text: whole };
  };
  return (piece: string, isLast: boolean): FileLine[] => {
    if (end === "" && piece !== "") end = !piece.includes("\n") && piece.includes("\r") ? "\r" : "\n";
    const [first = "", ...others] = piece === "" ? [""] : piece.split(end);
    const lines: FileLine[] = [];
    rest += first;
    for (const next of others) {
      lines.push(lineOf(rest));
      rest = next;
    }
    if (rest.length > longestLine + 1) [rest, tooLong] = ["", true];
    if (isLast && (rest !== "" || tooLong)) lines.push(lineOf(rest));
    return lines;
  };
}
