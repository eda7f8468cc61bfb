import type { Sentence } from "./words.ts";

/** Words of 更新個人資料 (肆, M36). The labels and the message are the manual's. */
export const mySchoolWords = {
  title: { "zh-TW": "更新個人資料", en: "Update my details" },
  lead: {
    "zh-TW": "就讀學校（單位）異動時，在這裡更新。請選現在的學校，再輸入證號查詢。",
    en: "If you have changed schools, update it here. Choose the school you are at now and enter your ID number.",
  },
  role: { "zh-TW": "身分", en: "Identity" },
  roleMissing: { "zh-TW": "請選擇您的身分。", en: "Choose who you are." },
  school: { "zh-TW": "現就讀學校（單位）", en: "The school you are at now" },
  personId: { "zh-TW": "身分證字號／居留證號／其他身分 ID", en: "National ID, resident certificate or other ID" },
  personIdHint: {
    "zh-TW": "例如 A123456789，英文字母大小寫都可以。",
    en: "For example A123456789; small letters are fine too.",
  },
  look: { "zh-TW": "查詢", en: "Look it up" },
  notListed: { "zh-TW": "我找不到我的學校，回報問題", en: "I cannot find my school: report it" },
  notFoundTitle: { "zh-TW": "查無資料", en: "No record found" },
  notFoundCheck: {
    "zh-TW": "查無資料。請檢查證號和選的學校。",
    en: "No record matches. Check the ID number and the school.",
  },
  notFound: (school: string): Sentence => ({
    "zh-TW": `請洽「${school}」的學籍資料負責人。證號和學校都沒有錯的話，可以在這裡回報，我們會轉給學校。`,
    en: `Ask the person in charge of student records at ${school}. If the ID number and the school are right, report it here: we pass it on to the school.`,
  }),
  yourSchool: { "zh-TW": "貴校", en: "your school" },
  notFoundReport: { "zh-TW": "查無資料，回報問題", en: "No record found: report it" },
} as const;

export const schoolCompareWords = {
  title: { "zh-TW": "確認要更新的資料", en: "Check what will change" },
  lead: {
    "zh-TW": "「來源資料」是學校登記的資料。沒有錯的話，請按「更新」。",
    en: "“Source” is what the school has on record. If it is right, update.",
  },
  current: { "zh-TW": "目前資料", en: "Now" },
  source: { "zh-TW": "來源資料", en: "Source" },
  differs: { "zh-TW": "會變更", en: "Will change" },
  none: { "zh-TW": "目前沒有學校的資料。", en: "There is no school on record now." },
  update: { "zh-TW": "更新", en: "Update" },
  back: { "zh-TW": "回上一頁", en: "Back to the previous page" },
  same: { "zh-TW": "資料已經是最新的", en: "Your details are up to date" },
  sameExplain: {
    "zh-TW": "目前資料和學校登記的資料一樣，不用更新。",
    en: "They are the same as the school's record. There is nothing to update.",
  },
  notShown: {
    "zh-TW": "沒有顯示現就讀學校，或資料不對？請洽貴校學籍資料負責人。",
    en: "Is your school missing, or something wrong? Ask the person in charge of student records at your school.",
  },
  wrongReport: { "zh-TW": "資料異常，回報問題", en: "Something is wrong: report it" },
  done: { "zh-TW": "更新成功", en: "Updated" },
  doneExplain: { "zh-TW": "您的學校資料已經更新。", en: "Your school's details are updated." },
  ok: { "zh-TW": "確定", en: "OK" },
} as const satisfies Record<string, Sentence>;
