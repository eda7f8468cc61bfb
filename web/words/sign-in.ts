import type { Sentence } from "./words.ts";

/** Words of signing in and out (貳). The labels are the manual's. */
export const signInWords = {
  title: { "zh-TW": "登入", en: "Sign in" },
  account: { "zh-TW": "教育雲端帳號", en: "Education cloud account" },
  accountHint: {
    "zh-TW": "只需輸入 @ 前面的字；用電子郵件註冊的，輸入整個電子郵件。",
    en: "Enter only the part before the @, or the whole e-mail address you registered with.",
  },
  password: { "zh-TW": "密碼", en: "Password" },
  submit: { "zh-TW": "登入", en: "Sign in" },
  needAccount: { "zh-TW": "請輸入教育雲端帳號。", en: "Enter your education cloud account." },
  needPassword: { "zh-TW": "請輸入密碼。", en: "Enter your password." },
  signInFirst: { "zh-TW": "這一頁要先登入才看得到。", en: "Sign in to see that page." },
  forApplication: {
    "zh-TW": "登入以後，會回到您要用的應用服務。",
    en: "After signing in you go on to the application.",
  },
  askedAgain: {
    "zh-TW": "應用服務請您再登入一次，確認是您本人。",
    en: "The application asks you to sign in again, to be sure it is you.",
  },
  secondFactor: {
    "zh-TW": "這個應用服務要用雙因子驗證。請再登入一次，接著輸入驗證碼。",
    en: "This application needs your second factor. Sign in again, then enter the code.",
  },
  startOver: {
    "zh-TW": "剛才的登入沒有完成，或等太久了。請再登入一次。",
    en: "That sign-in was not finished, or took too long. Sign in again.",
  },
  county: { "zh-TW": "使用縣市帳號登入", en: "Sign in with a county account" },
  forgotPassword: { "zh-TW": "忘記教育雲端密碼", en: "Forgot your password" },
  activate: { "zh-TW": "啟用教育雲端帳號", en: "Enable a disabled account" },
  resend: { "zh-TW": "重發驗證信", en: "Send the activation mail again" },
  forgotAccount: { "zh-TW": "忘記帳號", en: "Forgot account" },
  noAccount: { "zh-TW": "還沒有帳號？", en: "No account yet?" },
  apply: { "zh-TW": "申請教育雲端帳號", en: "Apply for an education cloud account" },
  help: { "zh-TW": "登入有困難，聯絡我們", en: "Trouble signing in: contact us" },
  errorTitle: { "zh-TW": "錯誤：登入", en: "Error: Sign in" },
  signedOut: { "zh-TW": "您已經登出", en: "You have signed out" },
  signedOutLead: {
    "zh-TW": "如果這是大家共用的電腦，也請關閉瀏覽器。",
    en: "If other people use this computer too, close the browser as well.",
  },
  again: { "zh-TW": "重新登入", en: "Sign in again" },
  home: { "zh-TW": "回首頁", en: "Home page" },
} as const satisfies Record<string, Sentence>;
