const reasons = {
  "not-readable": "讀不到檔案 / The file cannot be read",
  "not-utf8":
    "檔案不是 UTF-8；若為 Big5，請加上 --encoding big5 / The file is not UTF-8: if it is Big5, say --encoding big5",
  "not-big5":
    "檔案不是 Big5；若為 UTF-8，請拿掉 --encoding / The file is not Big5: if it is UTF-8, leave --encoding out",
  "empty-file": "檔案沒有標題列 / The file has no heading",
  "missing-column": "標題列缺少欄位 / The heading lacks a column",
  "repeated-column": "標題列有重複的欄位 / The heading has a column twice",
  "too-many-rows": "超過 1,000,000 列，請分成數個檔案 / There are more than 1,000,000 rows: split the file",
} as const;

/** A file that is no list of accounts at all. Nothing of it is imported. */
export class LegacyFileError extends Error {
  readonly reason: keyof typeof reasons;

  constructor(reason: keyof typeof reasons, what = "") {
    super([reasons[reason], what].filter(Boolean).join(": "));
    this.name = "LegacyFileError";
    this.reason = reason;
  }
}
