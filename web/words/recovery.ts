import type { Sentence } from "./words.ts";

/** Words that 忘記密碼 and 啟用帳號 share (manual, chapters 陸 and 柒). The labels are the manual's. */
export const recoveryWords = {
  next: { "zh-TW": "下一步", en: "Continue" },
  account: { "zh-TW": "教育雲端帳號", en: "Education cloud account" },
  accountHint: {
    "zh-TW": "只需輸入 @ 前面的字；用電子郵件註冊的，請輸入整個電子郵件。",
    en: "Only the part before the @; if you registered with an e-mail address, all of it.",
  },
  needAccount: { "zh-TW": "請輸入教育雲端帳號。", en: "Enter your education cloud account." },
  forgotAccount: { "zh-TW": "忘記帳號", en: "Forgot account" },
  otherWays: { "zh-TW": "改用其他方式", en: "Use another way" },
  error: (title: string): Sentence => ({ "zh-TW": `錯誤：${title}`, en: `Error: ${title}` }),
} as const;

export const recoveryCodeWords = {
  lead: {
    "zh-TW": "我們會寄一組六位數驗證碼，到您驗證過的電子郵件和行動電話。",
    en: "We send a six-digit code to the e-mail address and the mobile number that you have proved.",
  },
  send: { "zh-TW": "傳送認證碼", en: "Send the code" },
  haveCode: { "zh-TW": "我已經收到驗證碼", en: "I have a code already" },
  enter: { "zh-TW": "輸入驗證碼", en: "Enter the code" },
  sent: {
    "zh-TW": "如果帳號和已證明的聯絡方式都存在，驗證碼已經寄出。",
    en: "If there is such an account and it has a proved contact, the code is on its way.",
  },
  sentWhy: {
    "zh-TW": "電子郵件和簡訊裡是同一組驗證碼。為了保護大家的資料，我們不會說帳號存不存在。",
    en: "The e-mail and the text message have the same code. To protect everybody, we do not say whether an account exists.",
  },
  start: { "zh-TW": "開始驗證", en: "Check the code" },
  missing: { "zh-TW": "請輸入六位數的驗證碼。", en: "Enter the six digits of the code." },
} as const satisfies Record<string, Sentence>;

export const personalDataWords = {
  whoTitle: { "zh-TW": "只有學生可以用這個方式", en: "This way is for pupils and students only" },
  who: {
    "zh-TW": "教師、職員請用其他方式。學生如果綁定了雙因子認證，也請用其他方式。",
    en: "Teachers and staff use another way. So do pupils who sign in with a second factor.",
  },
  school: { "zh-TW": "您的學校是？", en: "Which school are you at?" },
  schoolLead: {
    "zh-TW": "請先選縣市，再依序選行政區、學制和學校；也可以直接輸入校名。",
    en: "Choose the county first, then the district, level and school; or type the school's name.",
  },
  notListed: { "zh-TW": "我找不到我的學校，回報問題", en: "I cannot find my school: report it" },
  person: { "zh-TW": "請輸入您的個人資料", en: "Enter your details" },
  schoolTerm: { "zh-TW": "學校", en: "School" },
  change: { "zh-TW": "修改", en: "Change" },
  notFoundTitle: { "zh-TW": "都沒有打錯嗎？", en: "Is everything right?" },
  notFound: {
    "zh-TW": "姓名、證號和學校都對的話，請回報問題，或改用其他方式。",
    en: "If the name, the ID number and the school are right, report it or use another way.",
  },
  notFoundReport: { "zh-TW": "查無資料，回報問題", en: "No record found: report it" },
} as const satisfies Record<string, Sentence>;
