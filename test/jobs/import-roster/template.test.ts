import { describe, expect, test } from "vitest";
import { readRoster } from "../../../functions/jobs/import-roster/import-roster.ts";
import { RosterSourceError } from "../../../functions/jobs/import-roster/problems.ts";
import { bytes, csv, now, schools, type TemplateRow, template } from "./sources.ts";

const read = (...rows: TemplateRow[]) => readRoster(template(...rows), { schools, now });
const readText = (text: string) => readRoster(bytes(text), { schools, now });
const header = "學校代碼,學制,姓名,身分,年級,班級,座號,身分證字號";

describe("the plain template", () => {
  test("gives a row for each person, with its line", () => {
    expect(read({}).rows).toEqual([
      {
        personId: "A100000001",
        idKind: "national",
        name: "陳小華",
        role: "student",
        schoolCode: "014601",
        level: "國小",
        grade: 4,
        class: "2",
        seat: 7,
        change: "put",
        source: { file: "名冊.csv", row: 2 },
      },
    ]);
  });

  test.each([
    ["學生", "student"],
    ["教師", "teacher"],
    ["老師", "teacher"],
    ["職員", "staff"],
  ])("takes %s (M2)", (word, role) => {
    expect(read({ 身分: word }).rows[0]?.role).toBe(role);
  });

  test.each([
    ["A100000001", "national"],
    ["a100000001", "national"],
    ["Ａ１０００００００１", "national"],
    ["A800000014", "resident"],
    ["AA00000009", "resident-old"],
    ["P-12345", "other"],
  ])("takes the ID %s as %s (M13)", (id, kind) => {
    expect(read({ 身分證字號: id }).rows[0]?.idKind).toBe(kind);
  });

  test("takes a teacher without grade, class and seat", () => {
    const [row] = read({ 身分: "教師", 年級: "", 班級: "", 座號: "" }).rows;
    expect(row).not.toHaveProperty("grade");
    expect(row).not.toHaveProperty("class");
    expect(row).not.toHaveProperty("seat");
  });

  test.each(["陳𠮷祥", "游堃", "王臺生", "巴奈．達瑪畢瑪．伊斯立端", "NGUYEN THI HOA"])(
    "keeps the name %s as it is",
    (name) => {
      expect(read({ 姓名: ` ${name}　` }).rows[0]?.name).toBe(name);
    },
  );

  test.each<[TemplateRow, string, string]>([
    [{ 學校代碼: "" }, "學校代碼", "missing-field"],
    [{ 學校代碼: "999999" }, "學校代碼", "unknown-school"],
    [{ 學校代碼: "014501" }, "學校代碼", "unknown-school"],
    [{ 學制: "" }, "學制", "missing-field"],
    [{ 學制: "幼兒園" }, "學制", "unknown-level"],
    [{ 姓名: "　" }, "姓名", "name-empty"],
    [{ 姓名: "陳\0華" }, "姓名", "name-characters"],
    [{ 姓名: "陳\u202e華" }, "姓名", "name-characters"],
    [{ 姓名: "陳".repeat(61) }, "姓名", "name-characters"],
    [{ 姓名: "陳\ufffd華" }, "姓名", "name-unreadable"],
    [{ 身分: "" }, "身分", "missing-field"],
    [{ 身分: "家長" }, "身分", "unknown-role"],
    [{ 身分: "constructor" }, "身分", "unknown-role"],
    [{ 年級: "7" }, "年級", "grade-range"],
    [{ 年級: "大班" }, "年級", "grade-unreadable"],
    [{ 班級: "0" }, "班級", "class-unreadable"],
    [{ 座號: "100" }, "座號", "seat-range"],
    [{ 身分證字號: "" }, "身分證字號", "id-empty"],
    [{ 身分證字號: "A100000002" }, "身分證字號", "id-checksum"],
    [{ 身分證字號: "A1" }, "身分證字號", "id-too-short"],
    [{ 身分證字號: "A".repeat(31) }, "身分證字號", "id-too-long"],
    [{ 身分證字號: "A10000000一" }, "身分證字號", "id-characters"],
  ])("refuses %j and names the field %s: %s", (row, field, reason) => {
    expect(read(row)).toMatchObject({ rows: [], problems: [{ file: "名冊.csv", row: 2, field, reason }] });
  });

  test("tells all that is wrong with one row, and goes on with the others (T25)", () => {
    const { read: count, rows, problems } = read({ 姓名: "", 座號: "0" }, {}, { 身分證字號: "A100000002" });
    expect(rows.map((row) => row.source.row)).toEqual([3]);
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "name-empty"],
      [2, "seat-range"],
      [4, "id-checksum"],
    ]);
    expect(count).toBe(3);
  });

  test("refuses a person who is in the file twice for one school and role", () => {
    const { rows, problems } = read({}, { 座號: "8", 身分證字號: "a100000001" });
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([{ file: "名冊.csv", row: 3, field: "身分證字號", reason: "duplicate-row" }]);
  });

  test("takes a person at two schools and in two roles", () => {
    const other = { 學校代碼: "014501", 學制: "國中", 年級: "" };
    expect(read({}, { ...other, 身分: "教師" }, { ...other, 身分: "職員" }).rows).toHaveLength(3);
  });

  test("refuses an ID that an earlier row gave to another name, and not the same name spelt with 台", () => {
    const rows = read({ 姓名: "王臺生" }, { 姓名: "王台生", 學校代碼: "011301" }, { 姓名: "李小明", 身分: "教師" });
    expect(rows.rows).toHaveLength(2);
    expect(rows.problems).toEqual([{ file: "名冊.csv", row: 4, field: "身分證字號", reason: "id-other-name" }]);
  });

  test("takes columns in another order and further ones", () => {
    const text = csv([
      ["備註", "身分證字號", "座號", "班級", "年級", "身分", "姓名", "學制", "學校代碼"],
      ["", "A100000001", "7", "2", "4", "學生", "陳小華", "國小", "014601"],
    ]);
    expect(readText(text).rows).toHaveLength(1);
  });

  test("passes over empty lines, lines of commas and empty cells at the end, and counts lines as a spreadsheet does", () => {
    const good = "014601,國小,陳小華,學生,4,2,7,A100000001";
    const { rows, problems } = readText(`${header}\r\n\r\n,,,,,,,\r\n${good},,\r\n`);
    expect(rows[0]?.source.row).toBe(4);
    expect(problems).toEqual([]);
  });

  test("loses only the row with a stray quotation mark, a missing cell or a megabyte of text", () => {
    const good = (serial: string) => `014601,國小,陳小華,教師,,,,${serial}`;
    const lines = [
      header,
      `"014601,國小`,
      good("A100000001"),
      "014601,國小",
      `a"b,"c`,
      "x".repeat(1_000_000),
      good("B100000002"),
    ];
    const { rows, problems } = readText(lines.join("\n"));
    expect(rows.map((row) => row.source.row)).toEqual([3, 7]);
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "broken-row"],
      [4, "column-count"],
      [5, "broken-row"],
      [6, "line-too-long"],
    ]);
  });

  test("says which column the header lacks", () => {
    const failing = () => readText("學校代碼,學制,姓名\n");
    expect(failing).toThrow(RosterSourceError);
    expect(failing).toThrow(expect.objectContaining({ reason: "missing-column", file: "roster.csv", column: "身分" }));
  });

  test("refuses a header with a column twice (T28)", () => {
    expect(() => readText(`${header},姓名\n`)).toThrow(
      expect.objectContaining({ reason: "repeated-column", column: "姓名" }),
    );
  });

  test.each(["", "\n\n", ",,\n"])("refuses a file without a header: %j", (text) => {
    expect(() => readText(text)).toThrow(expect.objectContaining({ reason: "empty-file" }));
  });
});
