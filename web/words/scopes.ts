import type { Scope } from "../../functions/contract/oidc.ts";
import type { Sentence } from "./words.ts";

/** What an application may ask for, in words for a child of ten: a heading for each scope. */
export const scopeWords: Readonly<Record<Scope, Sentence>> = {
  openid: { "zh-TW": "認得您的代號", en: "A code to know you by" },
  profile: { "zh-TW": "姓名和帳號", en: "Name and account" },
  email: { "zh-TW": "電子郵件", en: "E-mail" },
  openid2: { "zh-TW": "以前的識別碼", en: "Earlier identifier" },
  eduinfo: { "zh-TW": "學校資料", en: "School" },
  personid: { "zh-TW": "身分證字號", en: "ID number" },
  legacy: { "zh-TW": "原平台帳號", en: "Your earlier account there" },
  offline_access: { "zh-TW": "您不在的時候", en: "While you are away" },
};

/** Each single thing that is given. */
export const claimWords: Readonly<Record<string, Sentence>> = {
  sub: {
    "zh-TW": "一組代號，讓它下次認得是您；裡面沒有您的姓名和證號",
    en: "a code by which it knows you next time; your name and ID number are not in it",
  },
  name: { "zh-TW": "您的姓名", en: "your name" },
  preferred_username: { "zh-TW": "您的教育雲端帳號", en: "your education cloud account" },
  nickname: { "zh-TW": "您的暱稱，有填才會給", en: "your nickname, if you gave one" },
  gender: { "zh-TW": "您的性別，有填才會給", en: "your gender, if you gave it" },
  picture: { "zh-TW": "您的個人頭像，有放才會給", en: "your picture, if there is one" },
  updated_at: { "zh-TW": "這些資料上次更新的時間", en: "when these details last changed" },
  email: { "zh-TW": "您的備用電子郵件信箱，驗證過才會給", en: "your second e-mail address, if you have proved it" },
  email_verified: { "zh-TW": "這個信箱有沒有驗證過", en: "whether that address has been proved" },
  openid2_id: {
    "zh-TW": "您以前用縣市帳號登入時的識別碼，讓舊的學習紀錄接得上",
    en: "the identifier of your county account from before, so that older records can be found",
  },
  schoolid: { "zh-TW": "您的學校", en: "your school" },
  titles: { "zh-TW": "您在學校的身分，例如學生、教師", en: "what you are there, for example pupil or teacher" },
  classinfo: { "zh-TW": "您的年級和班級", en: "your year and class" },
  legacy_account: {
    "zh-TW": "您在這個平台原來的帳號，讓學習歷程接得上",
    en: "your earlier account there, so that your learning history moves with you",
  },
  legacy_profile: {
    "zh-TW": "您在「尚未有平台資訊」填的資料",
    en: "what you told the platform in its form",
  },
  personid: {
    "zh-TW": "您的身分證字號或居留證號，這個服務知道才會給",
    en: "your national ID or resident certificate number, if this service knows it",
  },
};

export const givenWords = {
  offline: {
    "zh-TW": "您沒有在用的時候，它也可以再讀一次同意過的資料，直到您取消授權",
    en: "it may read what you allowed again while you are not using it, until you take that back",
  },
  why: { "zh-TW": "為什麼需要：", en: "Why it needs this: " },
} as const satisfies Record<string, Sentence>;
