import type { Sentence } from "./words.ts";

/** Words of 啟用帳號 (manual, chapter 柒). The labels are the manual's. */
export const activateWords = {
  title: { "zh-TW": "啟用帳號", en: "Enable your account" },
  lead: {
    "zh-TW": "一年沒有登入，或離開學校的帳號會停用。請選一個方式證明是您本人，再設定新密碼。",
    en: "An account is disabled after a year without signing in, or when you leave school. Show that it is you, then set a new password.",
  },
  byCode: { "zh-TW": "傳送驗證碼啟用", en: "Enable it with a code" },
  byCodeAbout: {
    "zh-TW": "需要：教育雲端帳號，和驗證過的電子郵件或行動電話",
    en: "You need your account, and an e-mail address or mobile number that you have proved",
  },
  byPersonalData: { "zh-TW": "使用個人基本資料啟用", en: "Enable it with your personal details" },
  byPersonalDataAbout: {
    "zh-TW": "限學生。需要：學校、姓名，和身分證字號、居留證號或其他身分 ID",
    en: "For pupils and students. You need your school, name and ID number",
  },
  otherwise: { "zh-TW": "這些方式都不能用？", en: "Neither works?" },
  otherwiseExplain: {
    "zh-TW": "請聯絡我們，或請學校的帳號負責人協助。",
    en: "Contact us, or ask the person at your school who looks after accounts.",
  },
  forgotAccount: { "zh-TW": "忘記帳號", en: "Forgot your account" },
} as const satisfies Record<string, Sentence>;

export const activateNewWords = {
  title: { "zh-TW": "啟用帳號", en: "Enable your account" },
  before: {
    "zh-TW": "設定新密碼以後，帳號就會啟用。",
    en: "When the new password is set, the account is enabled.",
  },
  submit: { "zh-TW": "啟用帳號", en: "Enable the account" },
  done: { "zh-TW": "帳號已啟用", en: "Your account is enabled" },
  doneExplain: {
    "zh-TW": "現在可以用新密碼登入。請不要把密碼告訴別人。",
    en: "You can now sign in with the new password. Tell it to nobody.",
  },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  none: { "zh-TW": "還不能啟用帳號", en: "You cannot enable the account yet" },
  noneExplain: {
    "zh-TW": "請先證明是您本人，再設定新密碼。",
    en: "First show that it is you, then set a new password.",
  },
  expired: { "zh-TW": "時間到了", en: "The time is up" },
  expiredExplain: {
    "zh-TW": "為了安全，設定新密碼只有 10 分鐘。剛才輸入的密碼已經清除，請重新開始。",
    en: "For your safety there are only 10 minutes to set a new password. What you typed is gone. Start again.",
  },
  start: { "zh-TW": "回到啟用帳號", en: "Back to Enable your account" },
} as const satisfies Record<string, Sentence>;
