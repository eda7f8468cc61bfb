import type { Sentence } from "./words.ts";

/** Words of 查詢密碼 for a platform account (M85). */
export const legacyPasswordWords = {
  title: { "zh-TW": "查詢密碼", en: "Find the platform password" },
  lead: (platform: string): Sentence => ({
    "zh-TW": `請輸入您在「${platform}」的帳號，和當時登記的電子郵件。`,
    en: `Enter your account on “${platform}” and the e-mail address you gave there.`,
  }),
  account: { "zh-TW": "平台帳號", en: "Platform account" },
  email: { "zh-TW": "平台登記的電子郵件", en: "E-mail address the platform has" },
  submit: { "zh-TW": "查詢密碼", en: "Find the password" },
  yourHint: { "zh-TW": "您留下的密碼提示", en: "The hint you left" },
  hintLead: { "zh-TW": "這是您以前自己寫的提示。", en: "You wrote this yourself at the time." },
  noHint: { "zh-TW": "沒有可以顯示的密碼提示", en: "There is no hint to show" },
  noHintLead: {
    "zh-TW": "您可能沒有留過提示，或帳號、電子郵件和平台登記的不一樣。",
    en: "You may have left none, or the account or address is not as the platform has it.",
  },
  remembered: { "zh-TW": "想起來了，回去輸入密碼", en: "I remember it: go back" },
  reset: { "zh-TW": "系統重設密碼", en: "Mail me a password for one use" },
  resetExplain: {
    "zh-TW":
      "還是想不起來的話，系統會把一組隨機密碼寄到平台登記的電子郵件。它只能用一次，只能用來合併帳號，不能登入平台。",
    en: "If you still do not remember it, a random password is mailed to the address the platform has. It works once, only to join the accounts, and does not sign in to the platform.",
  },
  otherDetails: { "zh-TW": "改帳號或電子郵件", en: "Change the account or address" },
  sent: { "zh-TW": "請收信", en: "Look at your mail" },
  sentLead: (masked: string): Sentence => ({
    "zh-TW": `如果平台帳號和電子郵件都對，一次性密碼已經寄到 ${masked}。`,
    en: `If account and address are both right, a one-use password is on its way to ${masked}.`,
  }),
  lasts: (hours: number): Sentence => ({
    "zh-TW": `密碼 ${hours} 小時內有效，只能用一次，只能用來合併帳號。`,
    en: `It works for ${hours} hours, once, and only to join the accounts.`,
  }),
  spam: {
    "zh-TW": "幾分鐘還沒收到，請看看垃圾郵件，再檢查帳號和電子郵件有沒有打錯。",
    en: "If nothing comes within a few minutes, look among the spam, and check the account and address for a slip.",
  },
  toForm: { "zh-TW": "收到了，回去輸入密碼", en: "I have it: go back" },
  again: { "zh-TW": "再查一次", en: "Try again" },
} as const satisfies Record<string, Sentence | ((...values: never[]) => Sentence)>;
