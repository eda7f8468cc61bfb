import type { Sentence } from "./words.ts";

export const siteMapWords = {
  title: { "zh-TW": "網站導覽", en: "Site map" },
  lead: { "zh-TW": "這個網站所有的頁面。", en: "All pages of this site." },
  start: { "zh-TW": "開始", en: "Start" },
  home: { "zh-TW": "首頁", en: "Home page" },
  county: { "zh-TW": "使用縣市帳號登入", en: "Sign in with a county account" },
  publicRegister: { "zh-TW": "其他會員註冊", en: "Register as a parent or member of the public" },
  resend: { "zh-TW": "重發驗證信", en: "Send the activation mail again" },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  manage: { "zh-TW": "帳號管理", en: "Your account" },
  about: { "zh-TW": "網站資訊", en: "About this site" },
  calendar: { "zh-TW": "活動行事曆", en: "Calendar" },
  caseStatus: { "zh-TW": "查詢案件進度", en: "See how a case is going" },
  apiReference: { "zh-TW": "應用程式介面（API）說明", en: "API reference" },
} as const satisfies Record<string, Sentence>;
