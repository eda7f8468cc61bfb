import type { CaseOwner, ShownCase } from "../../functions/contract/schemas/cases.ts";
import type { Sentence } from "./words.ts";

/** Words of a case's status page (M70). */
export const caseWords = {
  title: { "zh-TW": "查詢案件進度", en: "Check your case" },
  errorTitle: { "zh-TW": "錯誤：查詢案件進度", en: "Error: Check your case" },
  lead: {
    "zh-TW": "案件編號和查詢碼在送出後的畫面上，也在我們給您的信或簡訊裡。",
    en: "The number and the code were shown when you sent your question, and are in our mail or text message to you.",
  },
  number: { "zh-TW": "案件編號", en: "Case number" },
  numberHint: { "zh-TW": "例如 20261121-7K4M2Q。", en: "Like 20261121-7K4M2Q." },
  code: { "zh-TW": "查詢碼", en: "Case code" },
  codeHint: {
    "zh-TW": "8 個英文字母和數字。大小寫都可以。",
    en: "8 letters and digits. Capital letters do not matter.",
  },
  submit: { "zh-TW": "查詢", en: "Show my case" },
  needNumber: { "zh-TW": "請輸入案件編號。", en: "Enter the case number." },
  needCode: { "zh-TW": "請輸入查詢碼。", en: "Enter the case code." },
  lost: {
    "zh-TW": "查詢碼不見了？請打客服專線，或再送出一次問題。",
    en: "Lost the code? Call the help line, or send your question once more.",
  },
  caseOf: (number: string): Sentence => ({ "zh-TW": `案件 ${number}`, en: `Case ${number}` }),
  status: { "zh-TW": "狀態", en: "Status" },
  category: { "zh-TW": "問題分類", en: "What it is about" },
  owner: { "zh-TW": "處理單位", en: "Who takes care of it" },
  openedAt: { "zh-TW": "送出時間", en: "Sent" },
  steps: { "zh-TW": "處理經過", en: "What happened" },
  refresh: { "zh-TW": "更新進度", en: "Check again" },
  refreshed: { "zh-TW": "這是現在的進度。", en: "This is how it stands now." },
  another: { "zh-TW": "查詢別的案件", en: "Another case" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
  reload: {
    "zh-TW": "重新整理這一頁，會再問一次查詢碼，這樣別人就看不到您的案件。",
    en: "When you reload this page it asks for the code again, so that nobody else sees your case.",
  },
} as const;

export const caseStatusWords: Readonly<Record<ShownCase["status"], Sentence>> = {
  open: { "zh-TW": "已收到", en: "Received" },
  "in-progress": { "zh-TW": "處理中", en: "In progress" },
  answered: { "zh-TW": "已回覆", en: "Answered" },
  closed: { "zh-TW": "已結案", en: "Closed" },
};

/** What the status means for the person who waits. */
export const caseStatusMeaning: Readonly<Record<ShownCase["status"], Sentence>> = {
  open: {
    "zh-TW": "我們收到您的問題了，接下來會有人處理。",
    en: "We have your question. Somebody will take care of it.",
  },
  "in-progress": { "zh-TW": "有人正在處理您的問題。", en: "Somebody is working on your question." },
  answered: {
    "zh-TW": "已經回覆您。請看您留下的電子信箱或手機。",
    en: "You have an answer. Look in your mail or at your phone.",
  },
  closed: {
    "zh-TW": "這個案件處理完了。還有問題，請再聯絡我們。",
    en: "This case is finished. If anything is left, contact us again.",
  },
};

export const caseOwnerWords: Readonly<Record<CaseOwner, Sentence>> = {
  school: { "zh-TW": "您的學校（負責學籍資料的老師）", en: "Your school (whoever keeps its records)" },
  county: { "zh-TW": "縣市的教育局（處）", en: "The education office of your county or city" },
  "service-desk": { "zh-TW": "客服中心", en: "The help desk" },
};
