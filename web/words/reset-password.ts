import type { Sentence } from "./words.ts";

/** Words of 忘記密碼 and 重設密碼 (manual, chapter 陸). The labels are the manual's. */
export const resetPasswordWords = {
  title: { "zh-TW": "忘記密碼", en: "Forgot your password" },
  lead: {
    "zh-TW": "密碼誰都看不到，所以不能查，只能換新的。請選一個方式證明是您本人。",
    en: "Nobody can look a password up: you set a new one. Choose how to show that it is you.",
  },
  byCounty: { "zh-TW": "使用縣市帳號重設", en: "Reset with your county account" },
  byCountyExplain: {
    "zh-TW": "您的教育雲端帳號連結過縣市帳號，就可以用這個方式。登入縣市帳號以後，馬上設定新密碼。",
    en: "For accounts that are linked to a county account. Sign in at your county, then set a new password at once.",
  },
  otherwise: { "zh-TW": "沒有縣市帳號，或這個方式不能用", en: "No county account, or it does not work" },
  otherwiseExplain: {
    "zh-TW": "請聯絡我們，或請學校的帳號負責人協助。",
    en: "Contact us, or ask the person at your school who looks after accounts.",
  },
  forgotAccount: { "zh-TW": "忘記帳號", en: "Forgot your account" },
} as const satisfies Record<string, Sentence>;

export const newPasswordWords = {
  title: { "zh-TW": "重設密碼", en: "Set a new password" },
  errorTitle: { "zh-TW": "錯誤：重設密碼", en: "Error: Set a new password" },
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
    "zh-TW": "這個帳號已經停用。重設密碼不會啟用帳號，請先啟用：請聯絡我們，或請學校的帳號負責人協助。",
    en: "This account is disabled. A new password does not enable it: have it enabled first. Contact us, or ask the person at your school who looks after accounts.",
  },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
} as const;
