import type { Sentence } from "./words.ts";

/** Words of the page behind the link that takes a change of contact back (T20). */
export const contactUndoWords = {
  title: { "zh-TW": "取消聯絡方式的變更？", en: "Undo the change of contact?" },
  lead: {
    "zh-TW": "有人把您的備用電子郵件信箱或行動電話改掉了。如果不是您，請取消這次變更。",
    en: "Somebody changed your second e-mail address or mobile number. If it was not you, undo it.",
  },
  what: { "zh-TW": "按下按鈕以後", en: "When you press the button" },
  restored: {
    "zh-TW": "原來的聯絡方式會恢復，新的會移除。",
    en: "The old contact comes back, and the new one is removed.",
  },
  ended: {
    "zh-TW": "所有電腦和手機上的登入都會馬上結束。",
    en: "Every sign-in on every computer and phone ends at once.",
  },
  press: { "zh-TW": "不是我改的，取消變更", en: "It was not me: undo the change" },
  home: { "zh-TW": "是我改的，回首頁", en: "It was me: go to the home page" },
  nothing: {
    "zh-TW": "是您本人改的，就關閉這一頁。只要不按按鈕，什麼都不會改變。",
    en: "If it was you, close this page. Nothing changes unless you press the button.",
  },
  done: { "zh-TW": "已經恢復原來的聯絡方式", en: "The old contact is back" },
  doneLead: {
    "zh-TW": "變更已經取消，所有的登入都已經結束。",
    en: "The change was undone, and every sign-in has ended.",
  },
  account: { "zh-TW": "教育雲端帳號", en: "Education cloud account" },
  contact: { "zh-TW": "恢復的聯絡方式", en: "Contact that is back" },
  next: { "zh-TW": "接下來請這樣做", en: "What to do now" },
  nextPassword: {
    "zh-TW": "改聯絡方式要先輸入密碼，所以別人可能知道您的密碼。請馬上重設密碼。",
    en: "Whoever changed it had to know your password. Set a new one now.",
  },
  nextMail: {
    "zh-TW": "確定電子信箱還是只有您能用。有疑問，先改信箱的密碼。",
    en: "Make sure that nobody else can read your e-mail. If in doubt, change its password first.",
  },
  reset: { "zh-TW": "重設密碼", en: "Set a new password" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
  gone: { "zh-TW": "這個連結不能用", en: "This link does not work" },
  goneLead: {
    "zh-TW": "連結不完整、已經用過，或寄出超過 72 小時了。",
    en: "It is not complete, was used before, or is more than 72 hours old.",
  },
  goneReload: {
    "zh-TW": "重新整理過這一頁的話，請再按一次信裡的連結。已經取消的變更，還是取消的。",
    en: "If you reloaded this page, press the link in the mail once more. A change that was undone stays undone.",
  },
  goneElse: {
    "zh-TW": "擔心帳號被別人使用，請馬上聯絡我們，也可以重設密碼，這會結束所有的登入。",
    en: "If you fear that somebody uses your account, contact us at once. Setting a new password ends every sign-in, too.",
  },
} as const satisfies Record<string, Sentence>;
