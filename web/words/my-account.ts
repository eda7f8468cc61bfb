import type { Role } from "../../functions/contract/schemas/parts.ts";
import type { Sentence } from "./words.ts";

/** Words of 查閱個人資料 (參, M35). */
export const myAccountWords = {
  title: { "zh-TW": "查閱個人資料", en: "View my details" },
  basics: { "zh-TW": "基本資料", en: "Basic details" },
  account: { "zh-TW": "教育雲端帳號", en: "Education cloud account" },
  name: { "zh-TW": "姓名", en: "Name" },
  personId: { "zh-TW": "身分證字號／居留證號／其他身分 ID", en: "National ID, resident certificate or other ID" },
  schools: { "zh-TW": "學校", en: "School" },
  role: { "zh-TW": "身分", en: "Identity" },
  county: { "zh-TW": "縣市", en: "County or city" },
  district: { "zh-TW": "行政區", en: "District" },
  level: { "zh-TW": "學制", en: "School level" },
  school: { "zh-TW": "學校", en: "School" },
  grade: { "zh-TW": "年級", en: "Grade" },
  class: { "zh-TW": "班級", en: "Class" },
  seat: { "zh-TW": "座號", en: "Seat number" },
  noSchool: {
    "zh-TW": "目前沒有學校的資料。有疑問，請聯絡我們。",
    en: "There is no school on record now. If that is wrong, contact us.",
  },
  contacts: { "zh-TW": "聯絡方式", en: "How we reach you" },
  email: { "zh-TW": "備用電子郵件", en: "Second e-mail address" },
  mobile: { "zh-TW": "行動電話", en: "Mobile phone" },
  proved: { "zh-TW": "已驗證，可以用來找回帳號", en: "Proved: it can be used to recover the account" },
  unproved: { "zh-TW": "還沒驗證，不能用來找回帳號", en: "Not proved yet: it cannot be used to recover the account" },
  none: { "zh-TW": "沒有填寫", en: "None given" },
  records: { "zh-TW": "使用紀錄", en: "Records" },
  createdAt: { "zh-TW": "申請時間", en: "Account made" },
  lastSignInAt: { "zh-TW": "上次登入", en: "Last sign-in" },
  neverSignedIn: { "zh-TW": "這是第一次登入", en: "This is your first sign-in" },
  notYou: { "zh-TW": "這不是您的登入？請聯絡我們。", en: "Was this not you? Contact us." },
  wrong: { "zh-TW": "資料不對？", en: "Is something wrong?" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
} as const satisfies Record<string, Sentence>;

export const roleWords: Readonly<Record<Role, Sentence>> = {
  student: { "zh-TW": "學生", en: "Student" },
  teacher: { "zh-TW": "教師", en: "Teacher" },
  staff: { "zh-TW": "職員", en: "Staff member" },
};
