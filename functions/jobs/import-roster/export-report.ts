import type { ImportReport } from "./import-roster.ts";
import { rowReasons } from "./problems.ts";

const header = ["檔案 file", "列 row", "欄位 field", "代碼 code", "說明", "reason"];

/**
 * The problems of an import as CSV for a spreadsheet: UTF-8 with a byte order mark (Excel takes it for Big5 without one), CRLF, a row per
 * problem. It holds no name and no ID number.
 */
export function exportReport(report: Pick<ImportReport, "problems">): string {
  const rows = report.problems.map(({ file, row, field, reason }) => [
    file,
    String(row),
    field,
    reason,
    rowReasons[reason].zh,
    rowReasons[reason].en,
  ]);
  return `\uFEFF${[header, ...rows].map((cells) => `${cells.map(safeCell).join(",")}\r\n`).join("")}`;
}

/**
 * One CSV cell that no spreadsheet takes for a formula (T25, CWE-1236): text that begins with `= + - @`, their full-width forms, a tab or a
 * line end gets an apostrophe in front. Every cell is quoted; NUL is taken out, since programs end the text there.
 */
export function safeCell(text: string): string {
  const visible = text.replaceAll("\0", "");
  const guarded = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(visible) ? `'${visible}` : visible;
  return `"${guarded.replaceAll('"', '""')}"`;
}
