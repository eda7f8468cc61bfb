import type { LegacyRowProblem, LegacyRowReason } from "../../functions/contract/legacy.ts";
import { cellOf } from "../roster-commands/report.ts";
import type { ImportCounts } from "./import-file.ts";

/** For the people who mend a file. Codes are stable; sentences may be reworded. */
const sentences: Record<LegacyRowReason, readonly [zh: string, en: string]> = {
  missing: ["必填欄位空白", "A required field is empty"],
  "too-long": ["內容太長", "The field is too long"],
  characters: ["含有不能使用或已遺失的字元", "A character cannot be used, or was lost"],
  repeated: ["同一帳號在前面的列已出現", "An earlier row has the same account"],
  "unknown-format": ["無法辨識密碼雜湊格式", "The format of the hash is not known"],
  "format-not-accepted": ["此平台沒有登錄這種雜湊格式", "The platform is not registered with this format"],
  hash: ["雜湊值不符合其格式", "The hash is not of its format"],
  salt: ["此格式需要 salt，或不使用 salt", "This format needs a salt, or has none"],
  cost: ["雜湊的計算成本超過上限", "The hash costs more work than is allowed"],
  email: ["電子郵件格式不正確", "The e-mail address is not one"],
  name: ["姓名太長，或含有不能使用的字元", "The name is too long or has a character that cannot be used"],
  "line-too-long": ["這一列太長", "This row is too long"],
  "broken-row": ["這一列的引號不成對，無法讀取", "The quotation marks of this row do not match"],
  "column-count": ["這一列的欄數與標題列不同", "This row does not have as many columns as the heading"],
  "other-spelling": [
    "已匯入的帳號只有大小寫或全半形不同，可能是另一人",
    "The account was imported before in other letters: it may be another person's",
  ],
};

const left = { row: "整列未匯入 row left out", field: "此欄未匯入 field left out" } as const;

/** With a byte order mark, so that a spreadsheet reads UTF-8. */
export const reportHeading = `\uFEFF${["列 line", "欄位 field", "代碼 code", "處理 outcome", "說明", "reason"].join(",")}\r\n`;

/** One problem as a line of CSV. It names line and field, never what stands there; a cell that begins like a formula is quoted (T25). */
export function reportLine({ line, field, reason, left: what }: LegacyRowProblem): string {
  return `${[String(line), field, reason, left[what], ...sentences[reason]].map(cellOf).join(",")}\r\n`;
}

export function problemSentence({ line, field, reason, left: what }: LegacyRowProblem): string {
  const where = [`第 ${line} 列 / line ${line}`, field].filter(Boolean).join(", ");
  return `${where}: ${sentences[reason].join(" / ")}（${left[what]}）`;
}

const number = new Intl.NumberFormat("en-US");

export function progressSentence({ rows, added, changed, same, kept, bad }: ImportCounts, total: number): string {
  const parts = [
    `${number.format(rows)} / ${number.format(total)}`,
    `新增 added ${number.format(added)}`,
    `更新 changed ${number.format(changed)}`,
    `相同 same ${number.format(same)}`,
    `已合併 joined already ${number.format(kept)}`,
    `未匯入 left out ${number.format(bad)}`,
  ];
  return parts.join("  ");
}
