/** What the job gives back. `password` is in clear, here and nowhere else. */
export interface IssueReport {
  readonly issued: readonly { name: string; account: string; password: string; until: string }[];
  readonly skipped: readonly { name: string; account: string; reason: "disabled" }[];
  readonly withoutAccount: number;
}

const headings = ["姓名", "帳號", "預設密碼", "有效期限"] as const;

const rowsOf = ({ issued }: IssueReport): string[][] =>
  issued.map(({ name, account, password, until }) => [name, account, password, inTaiwan(until)]);

/** For the screen, columns under one another; a Chinese character is two columns wide. */
export function tableOf(report: IssueReport): string[] {
  const rows = [[...headings], ...rowsOf(report)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** RFC 4180 for a spreadsheet: a byte order mark, so that it reads UTF-8; a cell that begins like a formula is quoted (T25). */
export function csvOf(report: IssueReport): string[] {
  const lines = [[...headings], ...rowsOf(report)].map((row) => row.map(cellOf).join(","));
  return lines.map((line, index) => (index === 0 ? `\uFEFF${line}` : line));
}

/** What was not issued and why. */
export function remarksOf({ issued, skipped, withoutAccount }: IssueReport): string[] {
  return [
    ...skipped.map(({ name, account }) => `略過 / Skipped: ${name}  ${account}（已停用 / disabled）`),
    ...(withoutAccount === 0 ? [] : [`還沒有帳號 / Without an account: ${withoutAccount}`]),
    ...(issued.length + skipped.length + withoutAccount === 0
      ? ["找不到這個帳號或班級 / No such account or class"]
      : []),
  ];
}

export function cellOf(text: string): string {
  const safe = /^[=+\-@\t\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const widthOf = (text: string): number =>
  [...text].reduce(
    (width, char) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u.test(
        char,
      )
        ? 2
        : 1),
    0,
  );

/** 2026-12-05 08:00, the time of the people who read it. */
function inTaiwan(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}
