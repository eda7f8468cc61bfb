import type { PhoneProblem } from "../../functions/person/phone.ts";
import type { Sentence } from "./words.ts";

/** What 其他 tell of themselves beside account and name (M20). The labels are the manual's. */
export const detailWords = {
  /** Behind the * of each field that has to be filled in. */
  required: { "zh-TW": "*為必填欄位", en: "* has to be filled in" },
  nickname: { "zh-TW": "*暱稱", en: "*Nickname" },
  nicknameHint: { "zh-TW": "您希望別人怎麼稱呼您。", en: "What you would like to be called." },
  nicknameMissing: { "zh-TW": "請輸入暱稱。", en: "Enter a nickname." },
  nicknameWrong: {
    "zh-TW": "暱稱裡要有文字，最多 60 個字，不能有特殊的控制字元。",
    en: "A nickname has letters, at most 60 characters, and no control characters.",
  },
  phone: { "zh-TW": "電話", en: "Telephone" },
  phoneHint: {
    "zh-TW": "可以不填。市話、行動電話都可以，例如 0223456789#12。",
    en: "You may leave it out. A landline or mobile number, for example 0223456789#12.",
  },
  gender: { "zh-TW": "性別", en: "Gender" },
  male: { "zh-TW": "男", en: "Male" },
  female: { "zh-TW": "女", en: "Female" },
  noGender: { "zh-TW": "不填", en: "I would rather not say" },
} as const satisfies Record<string, Sentence>;

export const phoneWords: Readonly<Record<PhoneProblem, Sentence>> = {
  characters: {
    "zh-TW": "電話只能有數字、括號和「+」「-」「#」。請檢查。",
    en: "A telephone number has digits, brackets, +, - and # only. Check it.",
  },
  length: {
    "zh-TW": "電話要有 7 到 15 個數字。請檢查是不是少打或多打了。",
    en: "A telephone number has 7 to 15 digits. Check it for missing or extra ones.",
  },
};

/** Words of 查閱個人資料 that only 其他 see. */
export const shownDetailWords = {
  identity: { "zh-TW": "身分", en: "Identity" },
  other: { "zh-TW": "其他（家長、社會人士）", en: "Other (parents, the public)" },
  nickname: { "zh-TW": "暱稱", en: "Nickname" },
  none: { "zh-TW": "沒有填寫", en: "None given" },
  edit: { "zh-TW": "修改暱稱、電話、性別、頭像", en: "Change nickname, telephone, gender or picture" },
  link: { "zh-TW": "更新個人資料", en: "Update my details" },
  linkAbout: { "zh-TW": "暱稱、電話、性別和頭像", en: "Nickname, telephone, gender and picture" },
  email: { "zh-TW": "電子郵件（就是您的帳號）", en: "E-mail address (this is your account)" },
} as const satisfies Record<string, Sentence>;

/** Words of 修改 (`/my-account/details`). */
export const myDetailsWords = {
  title: { "zh-TW": "更新個人資料", en: "Update my details" },
  pictureLead: {
    "zh-TW": "選好就會換上，不需要再按儲存。介接應用服務要看，會先問您。",
    en: "It is changed as soon as you choose it. Applications that want it have to ask you first.",
  },
  pictureKept: { "zh-TW": "頭像已經換好了。", en: "Your picture has been changed." },
  pictureGone: { "zh-TW": "頭像已經移除。", en: "Your picture has been removed." },
  sending: { "zh-TW": "正在儲存頭像……", en: "Saving the picture…" },
  details: { "zh-TW": "基本資料", en: "Basic details" },
  save: { "zh-TW": "儲存變更", en: "Save the change" },
  saved: { "zh-TW": "資料更新成功", en: "Your details are updated" },
  emailElse: { "zh-TW": "要換電子郵件（帳號）嗎？", en: "Another e-mail address, which is your account?" },
  emailLink: { "zh-TW": "修改電子郵件信箱", en: "Change your e-mail address" },
  notYours: {
    "zh-TW": "您的暱稱等資料不在這裡修改。學校的資料請到「更新個人資料」。",
    en: "Your account has no details of this kind. For your school, go to Update my details.",
  },
  toSchool: { "zh-TW": "更新個人資料", en: "Update my details" },
} as const satisfies Record<string, Sentence>;

/** Where an address is also the account. */
export const accountEmailWords = {
  ownDomain: {
    "zh-TW": "這是教育雲端帳號自己的網址，不能當帳號。請換一個信箱。",
    en: "Addresses of the education cloud account itself cannot be an account. Enter another one.",
  },
  contacts: {
    "zh-TW": "您的電子郵件就是帳號。換了以後，要用新的電子郵件登入。",
    en: "Your e-mail address is your account. Once it is changed, you sign in with the new one.",
  },
  change: {
    "zh-TW": "這個電子郵件就是您的帳號。儲存以後，請用新的電子郵件登入，密碼不變。",
    en: "This address is your account. Once saved, you sign in with the new address; the password stays.",
  },
  changed: {
    "zh-TW": "從現在起，請用新的電子郵件登入，密碼不變。",
    en: "From now on you sign in with the new address. The password is the same.",
  },
} as const satisfies Record<string, Sentence>;
