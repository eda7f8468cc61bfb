import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LegacyFileError } from "../../lib/legacy-commands/file-error.ts";
import type { LegacyEncoding } from "../../lib/legacy-commands/read-lines.ts";
import { lookThrough, type ReadRows, readRows } from "../../lib/legacy-commands/read-rows.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";

const folder = temporaryFolder();
let files = 0;
function fileOf(content: string | Uint8Array): string {
  files += 1;
  const file = join(folder, `${files}.csv`);
  writeFileSync(file, content);
  return file;
}

async function read(content: string | Uint8Array, encoding: LegacyEncoding = "utf-8") {
  const given = await lookThrough(fileOf(content), encoding);
  const all: ReadRows = { rows: [], problems: [] };
  for await (const { rows, problems } of readRows(given)) {
    (all.rows as unknown[]).push(...rows);
    (all.problems as unknown[]).push(...problems);
  }
  return { ...given, ...all, counted: given.rows };
}
const refused = async (content: string | Uint8Array, encoding?: LegacyEncoding) =>
  read(content, encoding).then(
    () => "read",
    (error) => (error instanceof LegacyFileError ? error.reason : String(error)),
  );

const heading = "account,format,hash,salt,email,name,hint\r\n";
const wang = "wang,md5,5f4dcc3b5aa765d61d8327deb882cf99,,wang@mail.test,王小明,狗\r\n";
const big5 = (text: string) => {
  const known: Record<string, readonly number[]> = {
    王: [0xa4, 0xfd],
    小: [0xa4, 0x70],
    明: [0xa9, 0xfa],
    狗: [0xaa, 0xaf],
  };
  return Uint8Array.from([...text].flatMap((sign) => known[sign] ?? [...Buffer.from(sign)]));
};
const row = {
  line: 2,
  account: "wang",
  format: "md5",
  hash: "5f4dcc3b5aa765d61d8327deb882cf99",
  email: "wang@mail.test",
  name: "王小明",
  hint: "狗",
};

describe("a file of old accounts (T25)", () => {
  it.each<[string, string | Uint8Array, LegacyEncoding]>([
    ["UTF-8", heading + wang, "utf-8"],
    ["UTF-8 with a byte order mark, as Excel writes it", `\uFEFF${heading}${wang}`, "utf-8"],
    ["LF alone, no line end at the end", (heading + wang).replaceAll("\r\n", "\n").trimEnd(), "utf-8"],
    ["CR alone", (heading + wang).replaceAll("\r\n", "\r"), "utf-8"],
    ["Big5, where it is said", big5(heading + wang), "big5"],
    [
      "blank lines and empty cells at the end",
      `${heading}\r\n,,,,,,\r\n`.replace("\r\n\r\n,,,,,,\r\n", "\r\n") + wang.replace("\r\n", ",,\r\n\r\n"),
      "utf-8",
    ],
    ["every cell in quotation marks", (heading + wang).replace(/[^,\r\n]+/g, '"$&"'), "utf-8"],
  ])("%s is read", async (_, content, encoding) => {
    expect(await read(content, encoding)).toMatchObject({ counted: 1, rows: [row], problems: [], unused: [] });
  });

  it("finds columns by their names, in any order and case; says which it does not use", async () => {
    const content = "Hash,HINT, ACCOUNT ,format,班級\nabc,狗,wang,md5,1\n";
    const { rows, unused } = await read(content);
    expect(rows).toEqual([{ line: 2, account: "wang", format: "md5", hash: "abc", hint: "狗" }]);
    expect(unused).toEqual(["班級"]);
  });

  it("keeps a cell that begins like a formula, a comma and a quotation mark in quotes, and spaces as they are", async () => {
    const { rows } = await read('account,format,hash,salt\n=1+1,md5,"a,""b", s \n');
    expect(rows).toEqual([{ line: 2, account: "=1+1", format: "md5", hash: 'a,"b', salt: " s " }]);
  });

  it("a stray quotation mark costs its row and no other; line numbers stay the file's", async () => {
    const content = 'account,format,hash\na,md5,1\n"b,md5,2\nc,md5,"3"x\n\nd,md5,4\ne,md5\nf,md5,6,7\ng,md5,"7"\n';
    const { rows, problems, counted } = await read(content);
    expect(rows.map(({ line, account }) => [line, account])).toEqual([
      [2, "a"],
      [6, "d"],
      [9, "g"],
    ]);
    expect(problems).toEqual([
      { line: 3, field: "", reason: "broken-row", left: "row" },
      { line: 4, field: "", reason: "broken-row", left: "row" },
      { line: 7, field: "", reason: "column-count", left: "row" },
      { line: 8, field: "", reason: "column-count", left: "row" },
    ]);
    expect(counted).toBe(7);
  });

  it("two lines whose stray marks would make one row of them are two broken ones", async () => {
    const { rows, problems } = await read('account,format,hash\n"a,md5,1\nb",md5,2\nc,md5,3\n');
    expect(rows.map(({ account }) => account)).toEqual(["c"]);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "broken-row"],
      [3, "broken-row"],
    ]);
  });

  it("a row of 10 MB is left out and never held", async () => {
    const content = `${heading}${"a".repeat(10_000_000)},md5,x,,,,\r\n${wang}`;
    const { rows, problems } = await read(content);
    expect(problems).toEqual([{ line: 2, field: "", reason: "line-too-long", left: "row" }]);
    expect(rows).toEqual([{ ...row, line: 3 }]);
  });

  it("a character that falls between two pieces of the file is whole", async () => {
    const rows = Array.from({ length: 9_000 }, (_, index) => `wang${index},md5,x,,,王小明,狗\r\n`);
    const utf8 = await read(heading + rows.join(""));
    const other = await read(big5(heading + rows.join("")), "big5");
    for (const { rows: all } of [utf8, other]) {
      expect(all).toHaveLength(9_000);
      expect(all.every(({ name, hint }) => name === "王小明" && hint === "狗")).toBe(true);
    }
  });

  it.each<[string, string | Uint8Array, LegacyEncoding, string]>([
    ["Big5 that is not said", big5(heading + wang), "utf-8", "not-utf8"],
    ["UTF-8 where Big5 is said", heading + wang.repeat(20), "big5", "not-big5"],
    ["UTF-8 with its mark where Big5 is said", `\uFEFF${heading}`, "big5", "not-big5"],
    ["UTF-16", Buffer.from(`\uFEFF${heading}${wang}`, "utf16le"), "utf-8", "not-utf8"],
    [
      "a file that ends within a character",
      Buffer.concat([Buffer.from(heading), Buffer.from([0xe7])]),
      "utf-8",
      "not-utf8",
    ],
    ["nothing", "", "utf-8", "empty-file"],
    ["nothing but lines", "\r\n,,\r\n", "utf-8", "empty-file"],
    ["no hash", "account,format\na,md5\n", "utf-8", "missing-column"],
    ["a column twice", "account,format,hash,Account\n", "utf-8", "repeated-column"],
  ])("%s is told before anything of it is imported", async (_, content, encoding, reason) => {
    expect(await refused(content, encoding)).toBe(reason);
  });

  it("a file that there is not is told", async () => {
    await expect(lookThrough(join(folder, "none.csv"), "utf-8")).rejects.toThrow("cannot be read: ENOENT");
    await expect(lookThrough(folder, "utf-8")).rejects.toThrow("cannot be read: EISDIR");
  });
});
