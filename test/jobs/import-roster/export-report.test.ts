import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportReport, safeCell } from "../../../functions/jobs/import-roster/export-report.ts";
import { rowReasons, sourceReasons } from "../../../functions/jobs/import-roster/problems.ts";

describe("T25: a report opened in a spreadsheet", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", " =1", "＝1+1", "\uFEFF=1"])(
    "shows %j as text and runs nothing",
    (text) => {
      expect(safeCell(text)).toBe(`"'${text.replace("\0", "")}"`);
    },
  );

  test("keeps plain text and doubles quotation marks", () => {
    expect(safeCell('users "new".csv')).toBe('"users ""new"".csv"');
  });

  test("holds every cell whole, whatever a file is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (file) => {
        const text = exportReport({ problems: [{ file, row: 2, field: "姓名", reason: "name-empty" }] });
        const [, row] = parse(text, { bom: true }) as string[][];
        const shown = row?.[0] ?? "";
        expect([file.replaceAll("\0", ""), `'${file.replaceAll("\0", "")}`]).toContain(shown);
        expect(shown).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  test("says each problem in both languages, with line ends and mark for Excel", () => {
    const text = exportReport({ problems: [{ file: "名冊.csv", row: 3, field: "身分證字號", reason: "id-checksum" }] });
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text.split("\r\n")[1]).toBe(
      '"名冊.csv","3","身分證字號","id-checksum","身分證字號檢查碼不正確","The check digit of the ID number is wrong"',
    );
  });

  test("has a sentence in both languages for every reason", () => {
    for (const [reason, { zh, en }] of Object.entries({ ...rowReasons, ...sourceReasons })) {
      expect(zh, reason).toMatch(/\p{Script=Han}/u);
      expect(en, reason).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
