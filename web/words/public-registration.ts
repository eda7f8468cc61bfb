import type { Sentence } from "./words.ts";

// 其他會員註冊 (M20): the labels of the document, word for word, with its * before what has to be filled in.

export const publicWords = {
  title: { "zh-TW": "其他會員註冊", en: "Register as a parent or member of the public" },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  forgotPassword: { "zh-TW": "忘記密碼", en: "Forgot password" },
  resend: { "zh-TW": "重發驗證信", en: "Send the activation mail again" },
  registerAgain: { "zh-TW": "重新註冊", en: "Register again" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
} as const satisfies Record<string, Sentence>;

export const publicConsentWords = {
  lead: {
    "zh-TW": "家長、社會人士用電子郵件註冊。學生、教師、職員請回上一頁，用學校的資料申請。",
    en: "Parents and members of the public register with an e-mail address. Pupils, teachers and staff go back and apply with their school's record.",
  },
  disagreeExplain: {
    "zh-TW": "按「不同意」會回到上一步，不會建立帳號。",
    en: "If you do not agree, you go back one step and no account is made.",
  },
  underWay: { "zh-TW": "這台裝置上有一份等待啟用的註冊", en: "A registration on this device waits to be activated" },
  underWayOf: (email: string): Sentence => ({
    "zh-TW": `${email} 的註冊還沒啟用。是您的，請繼續；不是的話，往下讀完再註冊，那一份會留在它的信箱。`,
    en: `The registration of ${email} is not active yet. If it is yours, go on with it. If not, read on and register: theirs stays in their mailbox.`,
  }),
  goOn: { "zh-TW": "繼續啟用", en: "Go on with it" },
} as const;

export const publicFormWords = {
  question: { "zh-TW": "其他會員註冊", en: "Your details" },
  email: { "zh-TW": "*帳號(Email)", en: "*Account (e-mail)" },
  emailHint: {
    "zh-TW": "登入時就輸入這個電子郵件。請用您現在收得到信的信箱。",
    en: "You sign in with this address. Use one whose mail you can read now.",
  },
  ownDomain: {
    "zh-TW": "這是教育雲端帳號自己的網址，不能用來註冊。請換一個信箱。",
    en: "Addresses of the education cloud account itself cannot be used. Enter another one.",
  },
  name: { "zh-TW": "*姓名", en: "*Name" },
  nameMissing: { "zh-TW": "請輸入姓名。", en: "Enter your name." },
  nameWrong: {
    "zh-TW": "姓名裡有不能使用的字，或太長了。請檢查後再輸入。",
    en: "The name has characters that names do not have, or is too long. Check it and enter it again.",
  },
  password: { "zh-TW": "*密碼", en: "*Password" },
  again: { "zh-TW": "*密碼確認", en: "*Password again" },
  age: { "zh-TW": "*您滿 20 歲了嗎？", en: "*Are you 20 or older?" },
  adult: { "zh-TW": "我已滿20歲", en: "I am 20 or older" },
  guardian: {
    "zh-TW": "我未滿20歲，法定代理人（監護人）已閱讀並同意",
    en: "I am under 20; my parent or legal guardian has read the notice and agrees",
  },
  ageMissing: {
    "zh-TW": "請選擇您是否已滿 20 歲。未滿的話，請先和法定代理人（監護人）一起讀過上一步的同意書。",
    en: "Say whether you are 20 or older. If not, first read the notice of the step before with your parent or guardian.",
  },
  submit: { "zh-TW": "註冊，寄驗證信給我", en: "Register and send me the mail" },
  readAgain: { "zh-TW": "讀新的同意書", en: "Read the new notice" },
} as const satisfies Record<string, Sentence>;
