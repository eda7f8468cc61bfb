import type { CaseCategory } from "../../functions/contract/schemas/cases.ts";
import type { Sentence } from "./words.ts";

/** 問題分類 (M70): the words of the 回報問題 buttons, so that people find again what they pressed. */
export const caseCategoryWords: Readonly<Record<CaseCategory, Sentence>> = {
  "school-not-listed": { "zh-TW": "我找不到我的學校", en: "I cannot find my school" },
  "person-not-found": { "zh-TW": "查無資料", en: "No record found" },
  "wrong-data": { "zh-TW": "資料異常", en: "Something in my record is wrong" },
  "code-not-received": { "zh-TW": "收不到驗證碼", en: "I did not get a code" },
  "unknown-account": { "zh-TW": "不知道帳號", en: "I do not know my account" },
  "not-me": { "zh-TW": "不是我（有人用了我的帳號）", en: "This was not me: somebody used my account" },
  applying: { "zh-TW": "申請帳號的問題", en: "Applying for an account" },
  "signing-in": { "zh-TW": "登入的問題", en: "Signing in" },
  suggestion: { "zh-TW": "建議", en: "A suggestion" },
  other: { "zh-TW": "其他", en: "Something else" },
};

/** Words of 聯絡我們 (manual, chapter 壹拾壹). The labels are the manual's. */
export const contactUsWords = {
  title: { "zh-TW": "聯絡我們", en: "Contact us" },
  errorTitle: { "zh-TW": "錯誤：聯絡我們", en: "Error: Contact us" },
  lead: {
    "zh-TW": "申請、登入或資料有問題，都可以在這裡告訴我們。",
    en: "Tell us here about any trouble with applying, signing in or your details.",
  },
  look: { "zh-TW": "已經送出過？查詢案件進度", en: "Already sent one? Check your case" },
  category: { "zh-TW": "問題分類", en: "What it is about" },
  person: {
    "zh-TW": "身分證字號／居留證號／其他身分 ID／教育雲端帳號",
    en: "National ID, resident certificate, other ID or education cloud account",
  },
  personHint: {
    "zh-TW": "填一個就好，讓我們找得到您的資料。",
    en: "One of them is enough. It lets us find your record.",
  },
  personOptional: { "zh-TW": "這類問題可以不填。", en: "You may leave it empty for this." },
  name: { "zh-TW": "姓名", en: "Name" },
  contact: { "zh-TW": "聯絡方式", en: "How to reach you" },
  contactHint: {
    "zh-TW": "請輸入電子信箱或手機號碼，我們會用它回覆您。",
    en: "Enter an e-mail address or a mobile number of Taiwan. We answer you there.",
  },
  description: { "zh-TW": "問題描述", en: "What happened" },
  descriptionHint: {
    "zh-TW": "選好問題分類，這裡會放進範本。請在冒號後面填上您的資料。",
    en: "Choose what it is about, and a list to fill in appears here. Write your answers after the colons.",
  },
  addTemplate: (category: string): Sentence => ({
    "zh-TW": `您寫的都留著。在後面加上「${category}」的範本`,
    en: `What you wrote is kept. Add the list for “${category}” after it`,
  }),
  neverWrite: {
    "zh-TW": "請不要寫密碼或驗證碼。我們不會問您這些。",
    en: "Do not write a password or a code here. We never ask for them.",
  },
  submit: { "zh-TW": "送出", en: "Send" },
  cancel: { "zh-TW": "取消", en: "Cancel" },
  needCategory: { "zh-TW": "請選擇問題分類。", en: "Choose what it is about." },
  needPerson: {
    "zh-TW": "請輸入身分證字號、居留證號、其他身分 ID 或教育雲端帳號。",
    en: "Enter a national ID, resident certificate, other ID or education cloud account.",
  },
  personTooLong: {
    "zh-TW": "這一欄太長了。只要填一個號碼或帳號。",
    en: "This is too long. Enter one number or account.",
  },
  needName: { "zh-TW": "請輸入姓名。", en: "Enter your name." },
  wrongName: {
    "zh-TW": "姓名太長，或有姓名裡不會用的符號。請檢查後再輸入。",
    en: "The name is too long or has marks that names do not have. Check it.",
  },
  needContact: { "zh-TW": "請輸入電子信箱或手機號碼。", en: "Enter an e-mail address or a mobile number." },
  wrongContact: {
    "zh-TW": "電子信箱或手機號碼的格式不對。請檢查。",
    en: "The e-mail address or mobile number is not valid. Check it.",
  },
  needDescription: { "zh-TW": "請寫下您的問題。", en: "Tell us what happened." },
  needFilledIn: {
    "zh-TW": "範本還沒有填。請在冒號後面填上您的資料。",
    en: "The list is not filled in yet. Write your answers after the colons.",
  },
  descriptionTooLong: (most: number): Sentence => ({
    "zh-TW": `問題描述太長了。請縮短到 ${most} 個字以內。`,
    en: `This is too long. Keep it within ${most} characters.`,
  }),
  descriptionHidden: {
    "zh-TW": "問題描述裡有看不見的字元。請刪掉，或重新輸入。",
    en: "There is a hidden character in the text. Remove it or type the text again.",
  },
  descriptionWrong: {
    "zh-TW": "問題描述不能送出。請改寫後再試一次。",
    en: "This text cannot be sent. Write it in another way.",
  },
  otherWays: { "zh-TW": "其他聯絡方式", en: "Other ways to reach us" },
  phone: { "zh-TW": "客服專線", en: "Help line" },
  hours: {
    "zh-TW": "週一到週五 9:00 到 18:00（國定假日除外）",
    en: "Monday to Friday, 9:00 to 18:00, not on public holidays",
  },
  email: { "zh-TW": "電子郵件", en: "E-mail" },
  address: { "zh-TW": "地址", en: "Address" },
  rosterHeading: { "zh-TW": "學校的資料不對", en: "If the school's record is wrong" },
  roster: {
    "zh-TW": "姓名、學校或班級由學校管理。也可以直接找學校負責學籍資料的老師。",
    en: "Names, schools and classes are kept by the school. You can also ask the person there who keeps the records.",
  },
} as const;
