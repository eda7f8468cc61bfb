import type { Sentence } from "./words.ts";

/** Words of the page behind the 不是我 link of a notice. */
export const notMeWords = {
  title: { "zh-TW": "不是您本人嗎？", en: "Was it not you?" },
  lead: {
    "zh-TW": "我們寄給您的通知上寫的事，如果不是您做的，請停用帳號，別人就不能再用。",
    en: "If you did not do what our notice says, disable the account: then nobody else can use it.",
  },
  what: { "zh-TW": "按下按鈕以後", en: "When you press the button" },
  disabled: {
    "zh-TW": "帳號會先停用，誰都不能登入，包括您自己。",
    en: "The account is disabled: nobody can sign in, not even you.",
  },
  ended: {
    "zh-TW": "所有電腦和手機上的登入都會馬上結束。",
    en: "Every sign-in on every computer and phone ends at once.",
  },
  opened: {
    "zh-TW": "會開立一個案件，由客服中心查明。您會拿到案件編號和查詢碼。",
    en: "A case is opened for the help desk to look into. You get its number and code.",
  },
  later: {
    "zh-TW": "之後可以用驗證碼啟用帳號，設定新密碼。資料不會不見。",
    en: "Later you can enable the account with a code and set a new password. Nothing is lost.",
  },
  press: { "zh-TW": "不是我，停用帳號", en: "It was not me: disable the account" },
  nothing: {
    "zh-TW": "是您本人做的，就關閉這一頁。只要不按按鈕，什麼都不會改變。",
    en: "If it was you, close this page. Nothing changes unless you press the button.",
  },
  home: { "zh-TW": "是我本人，回首頁", en: "It was me: go to the home page" },
  done: { "zh-TW": "帳號已經停用", en: "The account is disabled" },
  doneLead: {
    "zh-TW": "現在誰都不能登入這個帳號，所有的登入都已經結束。",
    en: "Nobody can sign in to it now, and every sign-in has ended.",
  },
  case: { "zh-TW": "我們開立了案件", en: "We have opened a case" },
  next: { "zh-TW": "接下來請這樣做", en: "What to do now" },
  nextMail: {
    "zh-TW": "確定電子信箱還是只有您能用。有疑問，先改信箱的密碼。",
    en: "Make sure that nobody else can read your e-mail. If in doubt, change its password first.",
  },
  nextEnable: {
    "zh-TW": "想再使用帳號，請用驗證碼啟用，再設定一個別處沒用過的新密碼。",
    en: "To use the account again, enable it with a code and set a new password that you use nowhere else.",
  },
  nextElse: {
    "zh-TW": "收不到驗證碼，或有什麼不清楚，請聯絡我們，並告訴我們案件編號。",
    en: "If no code comes, or anything is unclear, contact us and quote the case number.",
  },
  enable: { "zh-TW": "啟用帳號", en: "Enable the account" },
  look: { "zh-TW": "查詢案件進度", en: "Check the case" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
  gone: { "zh-TW": "這個連結不能用", en: "This link does not work" },
  goneLead: {
    "zh-TW": "連結不完整、已經用過，或寄出超過 7 天了。",
    en: "It is not complete, was used before, or is more than 7 days old.",
  },
  goneReload: {
    "zh-TW": "重新整理過這一頁的話，請再按一次信裡的「不是我」。已經停用的帳號，還是停用的。",
    en: "If you reloaded this page, press “This was not me” in the mail once more. An account that was disabled still is.",
  },
  goneElse: {
    "zh-TW": "擔心帳號被別人使用，請馬上聯絡我們，也可以重設密碼，這會結束所有的登入。",
    en: "If you fear that somebody uses your account, contact us at once. Setting a new password ends every sign-in, too.",
  },
  reset: { "zh-TW": "忘記密碼", en: "Forgot password" },
} as const satisfies Record<string, Sentence>;
