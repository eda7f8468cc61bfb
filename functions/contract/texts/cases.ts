import type { CaseCategory, CaseOwner } from "../schemas/cases.ts";
import type { Texts } from "./text.ts";

const categories: Record<CaseCategory, { "zh-TW": string; en: string }> = {
  "school-not-listed": { "zh-TW": "我找不到我的學校", en: "My school is not listed" },
  "person-not-found": { "zh-TW": "查無資料", en: "My data are not found" },
  "wrong-data": { "zh-TW": "資料異常", en: "My data are wrong" },
  "code-not-received": { "zh-TW": "收不到驗證碼", en: "I did not get a code" },
  "unknown-account": { "zh-TW": "不知道帳號", en: "I do not know my account" },
  "not-me": { "zh-TW": "不是我", en: "This was not me" },
  applying: { "zh-TW": "申請帳號", en: "Applying for an account" },
  "signing-in": { "zh-TW": "登入", en: "Signing in" },
  suggestion: { "zh-TW": "建議", en: "Suggestion" },
  other: { "zh-TW": "其他", en: "Other" },
};
const owners: Record<CaseOwner, { "zh-TW": string; en: string }> = {
  school: { "zh-TW": "學校", en: "School" },
  county: { "zh-TW": "縣市", en: "County" },
  "service-desk": { "zh-TW": "客服", en: "Help desk" },
};
const labelOf = (labels: Record<string, { "zh-TW": string; en: string }>, key: string, language: "zh-TW" | "en") =>
  (Object.hasOwn(labels, key) ? labels[key]?.[language] : undefined) ?? key;

/** Cases of the help desk (M70): to the sender, and to whoever takes care of it. */
export const caseTexts: Texts<"case-opened" | "case-for-owner"> = {
  "case-opened": {
    "zh-TW": ({ number, code }) => ({
      subject: `我們收到您的問題了（案件 ${number}）`,
      paragraphs: [
        `我們收到您的問題了，案件編號是 ${number}。`,
        `查詢碼是 ${code}。到本服務網站的「聯絡我們」，輸入案件編號和查詢碼，就可以看到處理進度。`,
        "請不要把查詢碼告訴別人。我們不會問您的密碼，也不會問驗證碼。",
        "如果您沒有向我們反映問題，請不要理會這封信。",
      ],
      sms: `查詢碼 ${code}，案件 ${number}。請到「聯絡我們」查詢進度，勿告訴別人。`,
    }),
    en: ({ number, code }) => ({
      subject: `We have your question (case ${number})`,
      paragraphs: [
        `We have your question. The number of your case is ${number}.`,
        `Your case code is ${code}. Enter the number and the code at Contact us on our site to see how it goes on.`,
        "Give the case code to nobody. We never ask for your password or for a verification code.",
        "If you did not write to us, ignore this mail.",
      ],
      sms: `${code} is the code of your education account case ${number}. Look it up at Contact us. Give the code to nobody.`,
    }),
  },
  "case-for-owner": {
    "zh-TW": ({ number, category, owner, name, contact, person, school, description }) => ({
      subject: `新案件 ${number}：${labelOf(categories, category, "zh-TW")}`,
      paragraphs: [
        `有一個新案件由您處理，案件編號是 ${number}。`,
        `問題分類：${labelOf(categories, category, "zh-TW")}`,
        `負責單位：${labelOf(owners, owner, "zh-TW")}`,
        `姓名：${name}`,
        `聯絡方式：${contact}`,
        `證號或帳號：${person}`,
        `學校：${school}`,
        "以下是對方寫的內容，沒有經過查證。請不要點選其中的連結，也不要依照其中的指示變更帳號；請先確認是本人。",
      ],
      quoted: description,
      sms: `教育體系單一簽入服務有新案件 ${number} 由您處理，請查看電子郵件。`,
    }),
    en: ({ number, category, owner, name, contact, person, school, description }) => ({
      subject: `New case ${number}: ${labelOf(categories, category, "en")}`,
      paragraphs: [
        `A new case is yours to take care of. Its number is ${number}.`,
        `Category: ${labelOf(categories, category, "en")}`,
        `Owner: ${labelOf(owners, owner, "en")}`,
        `Name: ${name}`,
        `Contact: ${contact}`,
        `ID or account: ${person}`,
        `School: ${school}`,
        "What follows was written by the sender and nobody has checked it. Open no link in it and change no account because of it: first make sure who it is.",
      ],
      quoted: description,
      sms: `Education Single Sign-On: the new case ${number} is yours to take care of. Please read your mail.`,
    }),
  },
};
