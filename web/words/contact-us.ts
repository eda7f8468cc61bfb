import type { Sentence } from "./words.ts";

export const contactUsWords = {
  title: { "zh-TW": "聯絡我們", en: "Contact us" },
  lead: {
    "zh-TW": "申請、登入或資料有問題，都可以問我們。",
    en: "Ask us about applying, signing in or your details.",
  },
  phone: { "zh-TW": "客服專線", en: "Help line" },
  hours: {
    "zh-TW": "週一到週五 9:00 到 18:00（國定假日除外）",
    en: "Monday to Friday, 9:00 to 18:00, not on public holidays",
  },
  email: { "zh-TW": "電子郵件", en: "E-mail" },
  address: { "zh-TW": "地址", en: "Address" },
  before: { "zh-TW": "聯絡前請準備", en: "Before you contact us" },
  beforeSchool: { "zh-TW": "您的學校和身分（學生、教師或職員）", en: "your school and role (pupil, teacher or staff)" },
  beforeWhen: {
    "zh-TW": "發生問題的時間、頁面和畫面上的訊息",
    en: "when it happened, on which page, and what the page said",
  },
  beforeNumber: { "zh-TW": "畫面上如果有編號，也請告訴我們", en: "the number on the page, if there was one" },
  never: {
    "zh-TW": "我們不會問您的密碼或驗證碼，也請不要寫在信裡。",
    en: "We never ask for your password or a code. Please do not put them into a message.",
  },
  rosterHeading: { "zh-TW": "學校的資料不對", en: "If the school's record is wrong" },
  roster: {
    "zh-TW": "姓名、學校或班級由學校管理。請先找學校負責學籍資料的老師。",
    en: "Names, schools and classes are kept by the school. Ask the person there who keeps the records first.",
  },
} as const satisfies Record<string, Sentence>;
