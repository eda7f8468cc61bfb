import type { Sentence } from "./words.ts";

/** Words of 忘記密碼 and 重設密碼 (manual, chapter 陸). The labels are the manual's. */
export const resetPasswordWords = {
  title: { "zh-TW": "忘記密碼", en: "Forgot your password" },
  lead: {
    "zh-TW": "密碼誰都看不到，所以不能查，只能換新的。請選一個方式，證明是您本人。",
    en: "Nobody can look a password up: you set a new one. Choose how to show that it is you.",
  },
  byCode: { "zh-TW": "傳送驗證碼重設", en: "Reset with a code" },
  byCodeAbout: {
    "zh-TW": "需要：教育雲端帳號，和驗證過的電子郵件或行動電話",
    en: "You need your account, and an e-mail address or mobile number that you have proved",
  },
  byCounty: { "zh-TW": "使用縣市帳號重設", en: "Reset with your county account" },
  byCountyAbout: {
    "zh-TW": "需要：和教育雲端帳號連結過的縣市帳號",
    en: "You need a county account that is linked to your account",
  },
  byCountyExplain: {
    "zh-TW": "登入縣市帳號以後，馬上設定新密碼。",
    en: "Sign in at your county, then set a new password at once.",
  },
  byPersonalData: { "zh-TW": "使用個人基本資料重設", en: "Reset with your personal details" },
  byPersonalDataAbout: {
    "zh-TW": "限學生。需要：學校、姓名，和身分證字號、居留證號或其他身分 ID",
    en: "For pupils and students. You need your school, name and ID number",
  },
  byDefaultPassword: { "zh-TW": "使用預設密碼重設", en: "Reset with a default password" },
  byDefaultPasswordAbout: {
    "zh-TW": "需要：教育雲端帳號，和學校發給您的預設密碼",
    en: "You need your account, and the default password that your school gave you",
  },
  otherwise: { "zh-TW": "這些方式都不能用？", en: "None of these works?" },
  otherwiseExplain: {
    "zh-TW": "請聯絡我們，或請學校的帳號負責人協助。帳號停用了，請先啟用。",
    en: "Contact us, or ask the person at your school who looks after accounts. If your account is disabled, enable it first.",
  },
  forgotAccount: { "zh-TW": "忘記帳號", en: "Forgot your account" },
  activate: { "zh-TW": "啟用帳號", en: "Enable your account" },
} as const satisfies Record<string, Sentence>;

export const defaultPasswordWords = {
  lead: {
    "zh-TW": "預設密碼是學校發給您的，只能用一次，14 天內有效。",
    en: "Your school gives out default passwords. Each works once, for 14 days.",
  },
  defaultPassword: { "zh-TW": "預設密碼", en: "Default password" },
  needDefaultPassword: { "zh-TW": "請輸入預設密碼。", en: "Enter the default password." },
  submit: { "zh-TW": "送出", en: "Continue" },
} as const satisfies Record<string, Sentence>;

export const newPasswordWords = {
  title: { "zh-TW": "重設密碼", en: "Set a new password" },
  account: { "zh-TW": "帳號", en: "Account" },
  name: { "zh-TW": "姓名", en: "Name" },
  timeLeft: (time: Sentence): Sentence => ({
    "zh-TW": `請在 ${time["zh-TW"]}內完成。`,
    en: `Finish within ${time.en}.`,
  }),
  before: {
    "zh-TW": "按下「重設密碼」以後，其他電腦和手機上的登入都會結束。",
    en: "When you set it, you are signed out on every other computer and phone.",
  },
  password: { "zh-TW": "新密碼", en: "New password" },
  again: { "zh-TW": "再次輸入新密碼", en: "New password again" },
  submit: { "zh-TW": "重設密碼", en: "Set the new password" },
  done: { "zh-TW": "密碼變更完成", en: "Your password is changed" },
  doneOnceADay: {
    "zh-TW": "密碼變更完成，需 24 小時後才能再次變更",
    en: "Your password is changed. It can be changed again after 24 hours.",
  },
  doneExplain: {
    "zh-TW": "現在可以用新密碼登入。請不要把密碼告訴別人。",
    en: "You can now sign in with the new password. Tell it to nobody.",
  },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  forgotAccount: { "zh-TW": "忘記帳號", en: "Forgot your account" },
  none: { "zh-TW": "還不能設定新密碼", en: "You cannot set a new password yet" },
  noneExplain: {
    "zh-TW": "請先證明是您本人，再設定新密碼。",
    en: "First show that it is you, then set a new password.",
  },
  expired: { "zh-TW": "時間到了", en: "The time is up" },
  expiredExplain: {
    "zh-TW": "為了安全，設定新密碼只有 10 分鐘。剛才輸入的密碼已經清除，請重新開始。",
    en: "For your safety there are only 10 minutes to set a new password. What you typed is gone. Start again.",
  },
  start: { "zh-TW": "回到忘記密碼", en: "Back to Forgot your password" },
  refused: { "zh-TW": "現在不能重設密碼", en: "The password cannot be set now" },
  from: (moment: string): Sentence => ({
    "zh-TW": `${moment} 以後可以再變更。`,
    en: `You can change it again from ${moment}.`,
  }),
  enable: {
    "zh-TW": "這個帳號已經停用。重設密碼不會啟用帳號，請先啟用帳號；啟用時也會設定新密碼。",
    en: "This account is disabled, and a new password does not enable it. Enable the account first: you set a new password on the way.",
  },
  activate: { "zh-TW": "啟用帳號", en: "Enable the account" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
} as const;
