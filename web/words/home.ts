import type { MenuAddress } from "../components/page-shell/menu.ts";
import type { Sentence } from "./words.ts";

export const homeWords = {
  title: { "zh-TW": "一個帳號，登入各種學習服務", en: "One account for your learning services" },
  lead: {
    "zh-TW": "教育雲端帳號給全國的學生、老師、學校同仁和家長使用。申請一次，就能用同一組帳號和密碼登入。",
    en: "The education cloud account is for pupils, teachers, school staff and parents all over Taiwan. Apply once, then sign in everywhere with the same name and password.",
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
  faq: { "zh-TW": "常見問題", en: "Questions and answers" },
  manual: { "zh-TW": "操作手冊", en: "How to use your account" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
};

/** One line on what each page of 帳號管理 is for. */
export const menuAboutWords: Readonly<Record<MenuAddress, Sentence>> = {
  "/apply": {
    "zh-TW": "第一次使用：學生、教職員、家長、社會人士",
    en: "First time: at a school, a parent, the public",
  },
  "/my-account/school": { "zh-TW": "換學校時，更新學校資料", en: "If you have changed schools" },
  "/my-account": { "zh-TW": "看看您的學校和聯絡方式", en: "Your school and how we reach you" },
  "/forgot-account": { "zh-TW": "用縣市帳號或證號查詢", en: "Look it up with a county account or ID" },
  "/reset-password": { "zh-TW": "證明是您本人，設定新密碼", en: "Show that it is you and set a new one" },
  "/activate": { "zh-TW": "帳號停用了，再啟用", en: "Your account was disabled" },
  "/my-account/applications": {
    "zh-TW": "您同意給了誰哪些資料，隨時可以取消",
    en: "Who may have your details, and how to stop it",
  },
  "/my-account/application-sign-ins": { "zh-TW": "用這個帳號登入過哪些應用服務", en: "Where you used this account" },
  "/my-account/ip-sign-ins": { "zh-TW": "什麼時候、從哪裡登入過", en: "When and from where you signed in" },
  "/my-account/two-factor": {
    "zh-TW": "登入時多一道手機上的驗證碼",
    en: "A code on your phone as well as the password",
  },
  "/applications": { "zh-TW": "可以用這個帳號登入的學習服務", en: "Services you can use with this account" },
};
