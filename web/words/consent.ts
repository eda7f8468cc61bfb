import type { Sentence } from "./words.ts";

/** Words of the page that asks before an application gets anything (M60). */
export const consentWords = {
  waiting: { "zh-TW": "正在確認應用服務的要求", en: "Checking the application's request" },
  goingTo: (name: string): Sentence => ({ "zh-TW": `正在前往「${name}」`, en: `Going to “${name}”` }),
  title: (name: string): Sentence => ({
    "zh-TW": `要把資料給「${name}」嗎？`,
    en: `Let “${name}” have your details?`,
  }),
  lead: {
    "zh-TW": "您同意以後，它只會拿到下面這些資料。",
    en: "If you agree, it gets the details below and nothing else.",
  },
  nothingNew: {
    "zh-TW": "它想再用您以前同意過的資料，這次沒有新的。",
    en: "It wants to go on using what you allowed before. There is nothing new.",
  },
  account: { "zh-TW": "您現在用的帳號", en: "You are signed in as" },
  otherAccount: { "zh-TW": "換帳號", en: "Use another account" },
  what: { "zh-TW": "會給它的資料", en: "What it gets" },
  allow: { "zh-TW": "同意", en: "Agree" },
  refuse: { "zh-TW": "不同意", en: "Do not agree" },
  refuseMeans: (host: string): Sentence => ({
    "zh-TW": `選「不同意」，什麼資料都不會給，會回到 ${host}。`,
    en: `If you do not agree nothing is given, and you go back to ${host}.`,
  }),
  later: {
    "zh-TW": "以後改變主意，可以到「應用服務授權清單」取消授權。",
    en: "You can change your mind later at “Applications I allowed”.",
  },
};

/** Words where something other than consent is in the way. */
export const inTheWayWords = {
  onlyFor: (name: string, roles: string): Sentence => ({
    "zh-TW": `「${name}」只開放給${roles}`,
    en: `“${name}” is only for: ${roles}`,
  }),
  notForYou: (name: string): Sentence => ({
    "zh-TW": `這個帳號不能使用「${name}」`,
    en: `This account cannot use “${name}”`,
  }),
  notForYouLead: {
    "zh-TW": "您現在用的帳號沒有這個身分。什麼資料都沒有給出去。",
    en: "The account you are signed in with is not one of these. Nothing was given away.",
  },
  wrongRole: { "zh-TW": "我的身分不對，聯絡我們", en: "My identity is wrong: contact us" },
  bind: (name: string): Sentence => ({
    "zh-TW": `「${name}」要用雙因子驗證`,
    en: `“${name}” needs a second factor`,
  }),
  bindLead: {
    "zh-TW": "除了密碼，還要輸入手機上的驗證碼，別人就算知道密碼也進不去。您的帳號還沒有設定。",
    en: "As well as the password it asks for a code on your phone, so that a known password is not enough. Your account has none yet.",
  },
  bindFirst: {
    "zh-TW": "到「雙因子認證綁定」，照著步驟設定手機，最後按「啟用雙因子驗證」。",
    en: "Go to “Two-factor sign-in”, follow the steps with your phone, and switch it on at the end.",
  },
  bindThen: {
    "zh-TW": "按那裡的「回到要用的應用服務」，再登入一次。要在 10 分鐘內完成；超過了，從應用服務重新登入就可以。",
    en: "Press “Back to the application” there and sign in once more. If all this takes more than 10 minutes, begin again at the application.",
  },
  toTwoFactor: { "zh-TW": "前往雙因子認證綁定", en: "Go to two-factor binding" },
  isBound: { "zh-TW": "設定好了，繼續", en: "It is set up, go on" },
  gone: { "zh-TW": "這次的登入沒辦法繼續", en: "This sign-in cannot go on" },
  goneLead: {
    "zh-TW": "可能放得太久，或是從別的瀏覽器開始的。什麼資料都沒有給出去。請回到您要用的應用服務，重新登入一次。",
    en: "It may have taken too long, or begun in another browser. Nothing was given away. Go back to the application and sign in again.",
  },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
};
