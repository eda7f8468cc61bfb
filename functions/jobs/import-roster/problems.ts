/** A sentence for the people who mend a roster. Codes are stable; sentences may be reworded. */
interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Why one row was left out. All other rows go on. */
export const rowReasons = {
  "broken-row": { zh: "這一列的引號不成對，無法讀取", en: "The quotation marks of this row do not match" },
  "line-too-long": { zh: "這一列太長", en: "This row is too long" },
  "column-count": { zh: "這一列的欄數與標題列不同", en: "This row does not have as many columns as the header" },
  "missing-field": { zh: "必填欄位空白", en: "A required field is empty" },
  "duplicate-row": { zh: "與檔案中前面的一列重複", en: "This row repeats an earlier one of the file" },
  "name-empty": { zh: "姓名空白", en: "The name is empty" },
  "name-characters": {
    zh: "姓名太長，或含有不能使用的字元",
    en: "The name is too long or has a character that cannot be used",
  },
  "name-unreadable": {
    zh: "姓名中有字元無法轉換，請改以 UTF-8 儲存檔案",
    en: "A character of the name was lost: save the file as UTF-8",
  },
  "id-empty": { zh: "身分證字號空白", en: "The ID number is empty" },
  "id-too-short": { zh: "身分證字號太短", en: "The ID number is too short" },
  "id-too-long": { zh: "身分證字號太長", en: "The ID number is too long" },
  "id-characters": { zh: "身分證字號含有不能使用的字元", en: "The ID number has a character that cannot be used" },
  "id-checksum": { zh: "身分證字號檢查碼不正確", en: "The check digit of the ID number is wrong" },
  "id-several": { zh: "同一人有兩個不同的身分證字號", en: "One person has two different ID numbers" },
  "id-other-name": {
    zh: "同一身分證字號在檔案中前面是另一個姓名",
    en: "An earlier row of the file has this ID number with another name",
  },
  "unknown-level": { zh: "無法辨識學制", en: "The school level is not known" },
  "unknown-school": { zh: "查無此學校代碼與學制", en: "There is no school of this code and level" },
  "unknown-role": { zh: "身分須為學生、教師或職員", en: "The role must be student, teacher or staff" },
  "role-not-kept": { zh: "名冊不收家長等其他身分", en: "A roster does not hold parents and other relations" },
  "role-not-begun": {
    zh: "此身分的開始日期未到，屆時請再匯入",
    en: "This role has not begun: import it again when it has",
  },
  "grade-unreadable": { zh: "無法辨識年級", en: "The grade cannot be read" },
  "grade-range": { zh: "此學制沒有這個年級", en: "This school level has no such grade" },
  "class-unreadable": { zh: "無法辨識班級", en: "The class cannot be read" },
  "seat-range": { zh: "座號須為 1 到 99", en: "The seat number must be 1 to 99" },
  "enabled-unreadable": { zh: "enabledUser 須為 true 或 false", en: "enabledUser must be true or false" },
  "status-unreadable": { zh: "status 須為 active 或 tobedeleted", en: "status must be active or tobedeleted" },
  "date-unreadable": { zh: "日期須為 YYYY-MM-DD", en: "The date must be YYYY-MM-DD" },
  "unknown-user": { zh: "users.csv 沒有這個人", en: "users.csv does not have this person" },
  "unknown-org": { zh: "orgs.csv 沒有這個單位", en: "orgs.csv does not have this organisation" },
  "not-a-school": { zh: "這個單位不是學校", en: "This organisation is not a school" },
  "user-without-role": { zh: "roles.csv 沒有這個人的身分", en: "roles.csv has no role for this person" },
} as const satisfies Record<string, Sentence>;

export type RowReason = keyof typeof rowReasons;

/** Why a source could not be read at all. Nothing of it was imported. */
export const sourceReasons = {
  "too-large": { zh: "檔案超過大小上限", en: "The file is larger than allowed" },
  "too-many-rows": { zh: "列數超過上限，請分成數個檔案", en: "There are more rows than allowed: split the file" },
  "too-many-files": { zh: "壓縮檔內的檔案太多", en: "The archive holds too many files" },
  "broken-archive": { zh: "壓縮檔損壞或格式不支援", en: "The archive is damaged or of an unknown kind" },
  "no-table": {
    zh: "找不到 CSV 檔；Excel 檔請另存為「CSV UTF-8」",
    en: "There is no CSV file; save an Excel file as “CSV UTF-8” first",
  },
  "several-tables": {
    zh: "沒有 manifest.csv 時，只能有一個 CSV 檔",
    en: "Without manifest.csv there may be one CSV file only",
  },
  "same-name-twice": { zh: "有兩個檔案同名", en: "Two files have the same name" },
  "not-utf8": {
    zh: "檔案不是 UTF-8；若為 Big5，請選擇 Big5 編碼",
    en: "The file is not UTF-8; if it is Big5, choose that encoding",
  },
  "empty-file": { zh: "檔案沒有標題列", en: "The file has no header row" },
  "missing-file": { zh: "缺少必要的檔案", en: "A required file is missing" },
  "missing-column": { zh: "標題列缺少必要的欄位", en: "The header lacks a required column" },
  "repeated-column": { zh: "標題列有重複的欄位", en: "The header has a column twice" },
  "version-not-supported": { zh: "只支援 OneRoster 1.2", en: "Only OneRoster 1.2 is supported" },
  "broken-manifest": {
    zh: "manifest.csv 的檔案狀態須為 absent、bulk 或 delta",
    en: "A file in manifest.csv must be absent, bulk or delta",
  },
} as const satisfies Record<string, Sentence>;

export type SourceReason = keyof typeof sourceReasons;

/** The one error a reader throws, for a source that is no roster at all. `file` and `column` say where, when that is known. */
export class RosterSourceError extends Error {
  readonly reason: SourceReason;
  readonly file: string | undefined;
  readonly column: string | undefined;

  constructor(reason: SourceReason, file?: string, column?: string) {
    super([sourceReasons[reason].en, file, column].filter(Boolean).join(": "));
    this.name = "RosterSourceError";
    this.reason = reason;
    this.file = file;
    this.column = column;
  }
}
