import type { Sentence } from "./words.ts";

/** What 應用服務登入紀錄 and IP登入紀錄 have in common (捌之 2, 玖). The labels are the manual's. */
export const recordWords = {
  howMany: { "zh-TW": "顯示的登入紀錄筆數", en: "How many records to show" },
  howManyHint: { "zh-TW": "請選擇想要顯示的筆數。", en: "Choose how many of the newest ones." },
  count: (count: string): Sentence => ({ "zh-TW": `${count} 筆`, en: count }),
  needCount: { "zh-TW": "請選擇想要顯示的登入紀錄筆數。", en: "Choose how many records to show." },
  submit: { "zh-TW": "送出", en: "Show" },
  shown: (count: number): Sentence => ({
    "zh-TW": `最近的 ${count} 筆，新的在上面。`,
    en: count === 1 ? "The last one." : `The last ${count}, newest first.`,
  }),
  at: { "zh-TW": "時間", en: "When" },
  address: { "zh-TW": "IP 位址", en: "IP address" },
  notMe: { "zh-TW": "有一筆不是您的登入？這不是我", en: "One of these was not me" },
  notMeLead: {
    "zh-TW": "有一筆不是您的話，可能有人知道您的密碼。請現在就做這兩件事：",
    en: "If one of these was not you, somebody may know your password. Do these two things now:",
  },
  changePassword: { "zh-TW": "變更密碼", en: "Change the password" },
  endDevices: { "zh-TW": "結束其他裝置的登入", en: "End the sign-ins on other devices" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
};

export const ipRecordWords = {
  title: { "zh-TW": "IP登入紀錄", en: "IP sign-in records" },
  lead: {
    "zh-TW": "您的帳號什麼時候、從哪裡登入過。IP 位址是上網時的門牌號碼。",
    en: "When and from where your account signed in. An IP address is the number a connection goes by.",
  },
  method: { "zh-TW": "登入方式", en: "How" },
  browser: { "zh-TW": "瀏覽器", en: "Browser" },
  password: { "zh-TW": "帳號密碼", en: "Account and password" },
  county: { "zh-TW": "縣市帳號", en: "County account" },
  withFactor: { "zh-TW": "加雙因子驗證", en: "with second factor" },
  sameAddress: { "zh-TW": "和您現在的位址相同", en: "the same as yours now" },
  none: {
    "zh-TW": "還沒有紀錄。您下次登入以後，會列在這裡。",
    en: "There is no record yet. Your sign-ins will be listed here.",
  },
} as const satisfies Record<string, Sentence>;

export const applicationRecordWords = {
  title: { "zh-TW": "應用服務登入紀錄", en: "Application sign-ins" },
  lead: {
    "zh-TW": "您什麼時候用教育雲端帳號登入過哪些應用服務。",
    en: "Which applications you signed in to with your education cloud account, and when.",
  },
  application: { "zh-TW": "應用服務", en: "Application" },
  none: {
    "zh-TW": "還沒有紀錄。您用教育雲端帳號登入應用服務以後，會列在這裡。",
    en: "There is no record yet. Once you sign in to an application with this account, it is listed here.",
  },
} as const satisfies Record<string, Sentence>;
