import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readRoster } from "../../../functions/jobs/import-roster/import-roster.ts";
import { type RosterLimits, rosterLimits } from "../../../functions/jobs/import-roster/limits.ts";
import type { ReadOptions, RosterSource } from "../../../functions/jobs/import-roster/read-source.ts";
import { bytes, csv, now, oneRoster, schools, template } from "./sources.ts";

const read = (source: RosterSource, options: ReadOptions = {}) => readRoster(source, { schools, now, ...options });
const reasonOf = (source: RosterSource, limits: Partial<RosterLimits> = {}) => {
  try {
    return read(source, { limits: { ...rosterLimits, ...limits } }).problems;
  } catch (error) {
    return (error as { reason?: string }).reason;
  }
};
const text = new TextDecoder().decode(template({}).get("名冊.csv"));
const zip = (files: ReadonlyMap<string, Uint8Array>, folder = "") =>
  zipSync(Object.fromEntries([...files].map(([name, content]) => [folder + name, content])));

// The file of `text` as an old school program writes it. 華 is b5d8.
const big5 = Buffer.from(
  "bec7aed5a54ebd582cbec7a8ee2ca96da6572ca8ada4c02ca67eafc52caf5aafc52cae79b8b92ca8ada4c0c3d2a672b8b90a" +
    "3031343630312cb0eaa4702cb3afa470b5d82cbec7a5cd2c342c322c372c413130303030303030310a",
  "hex",
);

describe("a roster handed in", () => {
  test.each<[string, RosterSource]>([
    ["a CSV file", bytes(text)],
    ["a CSV file with a byte order mark", bytes(`\uFEFF${text}`)],
    ["a CSV file with the line ends of Windows", bytes(text.replaceAll("\n", "\r\n"))],
    ["a CSV file with the line ends of an old Mac", bytes(text.replaceAll("\n", "\r"))],
    ["a folder with the template", template({})],
    ["an archive with the template", zip(template({}))],
    ["a OneRoster folder", oneRoster()],
    ["a OneRoster archive", zip(oneRoster())],
    ["a OneRoster archive with a folder in it", zip(oneRoster(), "export 2026/")],
    ["a OneRoster archive from a Mac", zip(new Map([...oneRoster(), ["__MACOSX/._users.csv", bytes("x")]]))],
    ["a OneRoster archive with upper-case names", zip(new Map([...oneRoster()].map(([n, b]) => [n.toUpperCase(), b])))],
  ])("is read from %s", (_, source) => {
    const { rows, problems } = read(source);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ personId: "A100000001", name: "陳小華" }]);
  });

  test("may be Big5 when that is said", () => {
    expect(read(big5, { encoding: "big5" }).rows).toMatchObject([{ name: "陳小華", level: "國小", role: "student" }]);
  });

  test("is not guessed to be Big5", () => {
    expect(reasonOf(big5)).toBe("not-utf8");
  });

  test("in Big5 with a character that Big5 lacks loses that row, and says so", () => {
    const broken = Buffer.from(big5);
    broken.set([0x81, 0x81], broken.lastIndexOf(Buffer.from("b5d8", "hex")));
    expect(read(broken, { encoding: "big5" }).problems).toMatchObject([{ row: 2, reason: "name-unreadable" }]);
  });

  test.each<[string, RosterSource, string]>([
    [
      "an archive without a CSV file, such as an Excel workbook",
      zipSync({ "xl/workbook.xml": strToU8("<x/>") }),
      "no-table",
    ],
    ["an empty folder", new Map(), "no-table"],
    ["two CSV files and no manifest", new Map([...template({}), ["b.csv", bytes(text)]]), "several-tables"],
    ["two files of one name", new Map([...oneRoster(), ["b/users.csv", bytes(text)]]), "same-name-twice"],
    ["an archive cut short", zip(oneRoster()).slice(0, 300), "broken-archive"],
    ["an archive header with noise behind it", bytes("PK\x03\x04 and then nothing of the kind"), "broken-archive"],
    ["bytes of no text", new Uint8Array([0xff, 0xfe, 0x00, 0x41]), "not-utf8"],
    ["nothing", new Uint8Array(), "empty-file"],
  ])("is refused as a whole when it is %s", (_, source, reason) => {
    expect(reasonOf(source)).toBe(reason);
  });
});

describe("T25: a roster file larger than allowed", () => {
  test("is refused by its size before it is read", () => {
    expect(rosterLimits).toMatchObject({ fileBytes: 10 * 1024 * 1024, rows: 50_000 });
    expect(reasonOf(new Uint8Array(rosterLimits.fileBytes + 1))).toBe("too-large");
    expect(reasonOf(new Map([["a.csv", new Uint8Array(rosterLimits.fileBytes + 1)]]))).toBe("too-large");
  });

  test("is refused when the files of a folder are too large together", () => {
    expect(reasonOf(oneRoster(), { unpackedBytes: 100 })).toBe("too-large");
  });

  test("is refused as soon as an archive swells past the limit, whatever size it claims", () => {
    const limits = { unpackedBytes: 1024 * 1024 };
    const bomb = zipSync({ "roster.csv": new Uint8Array(12 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(20_000);
    expect(reasonOf(bomb, limits)).toBe("too-large");
    const liar = Buffer.from(bomb);
    liar.writeUInt32LE(10, 22);
    liar.writeUInt32LE(10, liar.lastIndexOf("PK\x01\x02", undefined, "latin1") + 24);
    expect(reasonOf(liar, limits)).toBe("too-large");
  });

  test("is refused when an archive has too many entries", () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.txt`, new Uint8Array()]));
    expect(reasonOf(zipSync(many))).toBe("too-many-files");
    expect(reasonOf(new Map(Object.entries(many)))).toBe("too-many-files");
  });

  test("is read with 50,000 rows and refused with one more", () => {
    const lines = Array.from({ length: 50_000 }, () => ["014601", "國小", "", "學生", "4", "2", "7", "A100000001"]);
    const full = `${text.split("\n", 1)}\n${csv(lines)}`;
    expect(read(bytes(full)).read).toBe(50_000);
    expect(reasonOf(bytes(`${full}x\n`))).toBe("too-many-rows");
  });

  test("of line ends alone holds nothing", () => {
    expect(reasonOf(new Uint8Array(rosterLimits.fileBytes).fill(0x0a))).toBe("empty-file");
  });
});
