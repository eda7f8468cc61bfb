import type { Sentence } from "./words.ts";

export const homeWords = {
  title: { "zh-TW": "一個帳號，登入各種學習服務", en: "One account for your learning services" },
  lead: {
    "zh-TW": "教育雲端帳號給全國的學生、老師和學校同仁使用。申請一次，就能用同一組帳號和密碼登入。",
    en: "The education cloud account is for pupils, teachers and school staff all over Taiwan. Apply once, then sign in everywhere with the same name and password.",
  },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  signInAbout: { "zh-TW": "已經有教育雲端帳號", en: "You have an education cloud account" },
  apply: { "zh-TW": "申請帳號", en: "Apply for an account" },
  applyAbout: { "zh-TW": "第一次使用，約 5 分鐘", en: "It is your first time: about 5 minutes" },
  toMyAccount: { "zh-TW": "查閱個人資料", en: "View my details" },
  signedInAs: (name: string): Sentence => ({ "zh-TW": `您已經登入：${name}`, en: `You are signed in as ${name}` }),
  manage: { "zh-TW": "帳號管理", en: "Your account" },
  prepare: { "zh-TW": "申請前請準備", en: "Before you apply, have ready" },
  prepareSchool: { "zh-TW": "您就讀或任職的學校名稱", en: "the name of your school" },
  prepareId: {
    "zh-TW": "身分證字號、居留證號或其他身分 ID",
    en: "your national ID, resident certificate or other ID number",
  },
  prepareContact: {
    "zh-TW": "可以馬上收信的電子郵件，或收得到簡訊的行動電話",
    en: "an e-mail address or a mobile phone you can look at right away",
  },
  aside: { "zh-TW": "準備和協助", en: "Preparing and help" },
  help: { "zh-TW": "需要幫忙嗎？", en: "Do you need help?" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
};
