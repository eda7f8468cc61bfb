import type { Sentence } from "./words.ts";

/** Words of the page after 送出 (manual, chapter 壹拾壹, step 3), and of a case's number and code wherever they are shown. */
export const sentWords = {
  title: { "zh-TW": "您的問題已送出", en: "Your question is sent" },
  lead: {
    "zh-TW": "已將您的問題寄至客服信箱，我們會盡快為您處理。",
    en: "Your question is with the help desk. We take care of it as soon as we can.",
  },
  mailed: {
    "zh-TW": "案件編號和查詢碼也寄到您的電子信箱了。",
    en: "The number and the code are in a mail to you, too.",
  },
  texted: {
    "zh-TW": "案件編號和查詢碼也用簡訊傳給您了。",
    en: "The number and the code are in a text message to you, too.",
  },
  notMailed: {
    "zh-TW": "這次沒有另外寄信或傳簡訊給您。請現在抄下案件編號和查詢碼。",
    en: "No mail or text message went to you this time. Note the number and the code now.",
  },
  look: { "zh-TW": "查詢案件進度", en: "Check your case" },
  apply: { "zh-TW": "申請帳號", en: "Apply for an account" },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  home: { "zh-TW": "回首頁", en: "Home page" },
  gone: { "zh-TW": "查詢碼只顯示一次", en: "The code is shown once" },
  goneLead: {
    "zh-TW": "重新整理以後，這一頁就沒有案件編號和查詢碼了。您送出的問題還在，請看我們寄給您的信或簡訊。",
    en: "After a reload this page has no number and no code. What you sent is kept: look at the mail or text message you got.",
  },
  goneElse: {
    "zh-TW": "沒有收到的話，請打客服專線，或再送出一次。",
    en: "If none came, call the help line or send it once more.",
  },
  again: { "zh-TW": "聯絡我們", en: "Contact us" },
} as const satisfies Record<string, Sentence>;

export const caseNumberWords = {
  number: { "zh-TW": "案件編號", en: "Case number" },
  code: { "zh-TW": "查詢碼", en: "Case code" },
  copy: { "zh-TW": "複製案件編號和查詢碼", en: "Copy the number and the code" },
  copied: { "zh-TW": "已經複製。", en: "Copied." },
  notCopied: { "zh-TW": "這個瀏覽器不能複製。請抄下來。", en: "This browser cannot copy. Note them down." },
  keep: {
    "zh-TW": "查詢碼只在這裡顯示一次，請不要告訴別人。",
    en: "The code is shown here once. Give it to nobody.",
  },
} as const satisfies Record<string, Sentence>;
