import type { Sentence } from "./words.ts";

/** Words of coming back from a county (貳之 3, 伍): each outcome, and what to do when it did not work out. */
export const arrivalWords = {
  confirming: { "zh-TW": "正在確認縣市帳號", en: "Checking your county account" },
  confirmingLead: { "zh-TW": "請稍候，不要關閉這個頁面。", en: "One moment. Please keep this page open." },
  yourAccount: { "zh-TW": "您的教育雲端帳號", en: "Your education cloud account" },
  yourAccountLead: {
    "zh-TW": "您已經登入。請記下這個帳號：有了它，也可以用帳號密碼登入。",
    en: "You are signed in. Please note this account: you can sign in with it and its password too.",
  },
  understood: { "zh-TW": "我知道了", en: "I understand" },
  foundLead: {
    "zh-TW": "這是您的縣市帳號連結的教育雲端帳號。請記下來。",
    en: "This is the education cloud account that is linked to your county account. Please note it.",
  },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  forgotPassword: { "zh-TW": "忘記密碼", en: "Forgot password" },
  notLinked: { "zh-TW": "這個縣市帳號沒有連結教育雲端帳號", en: "No account is linked to this county account" },
  notLinkedLead: {
    "zh-TW": "您可能還沒有申請，或是用別的方式申請的。",
    en: "You may not have applied yet, or you applied in another way.",
  },
  notLinkedReset: {
    "zh-TW": "所以不能用縣市帳號重設密碼。如果您已經有教育雲端帳號，請改用其他方式重設。",
    en: "So the password cannot be reset with it. If you have an education cloud account, reset it in another way.",
  },
  otherReset: { "zh-TW": "用其他方式重設密碼", en: "Reset the password in another way" },
  apply: { "zh-TW": "申請帳號", en: "Apply for an account" },
  notFound: { "zh-TW": "查無資料", en: "No record found" },
  notFoundLead: {
    "zh-TW": "縣市認得您，但學校的名冊裡找不到您的資料。可能是學校還沒有更新。",
    en: "The county knows you, but no school has you on its list. The school may not have updated it yet.",
  },
  notFoundReport: { "zh-TW": "查無資料，回報問題", en: "No record found: report it" },
  applyByHand: { "zh-TW": "填寫個人資料申請", en: "Apply by entering your details" },
} as const satisfies Record<string, Sentence>;

export const chooseWords = {
  question: { "zh-TW": "您要用哪一個身分申請？", en: "Which role and school do you apply with?" },
  lead: {
    "zh-TW": "您在學校的名冊裡有好幾筆資料，請選一筆。",
    en: "The schools have more than one record of you. Choose one.",
  },
  place: (county: string, district: string, role: string): Sentence => ({
    "zh-TW": `${county}${district}　${role}`,
    en: `${role}, ${district}, ${county}`,
  }),
  grade: (grade: string, group: string): Sentence => ({
    "zh-TW": [grade && `${grade} 年級`, group && `${group} 班`].filter(Boolean).join(" "),
    en: [grade && `grade ${grade}`, group && `class ${group}`].filter(Boolean).join(", "),
  }),
  comma: { "zh-TW": "，", en: ", " },
  missing: { "zh-TW": "請選擇一個身分。", en: "Choose one." },
  next: { "zh-TW": "下一步", en: "Continue" },
  wrong: { "zh-TW": "資料異常，回報問題", en: "Something is wrong: report it" },
};

export const linkWords = {
  hasAccount: { "zh-TW": "您已經有教育雲端帳號了", en: "You already have an education cloud account" },
  hasAccountLead: {
    "zh-TW": "請用帳號密碼登入一次，確認是您本人，再連結縣市帳號。之後就可以用縣市帳號登入。",
    en: "Sign in once with account and password, to show that it is yours. Then link the county account, and sign in with it from then on.",
  },
  title: { "zh-TW": "連結縣市帳號", en: "Link the county account" },
  lead: {
    "zh-TW": "連結以後，這個縣市帳號就可以登入您的教育雲端帳號。",
    en: "Once they are linked, this county account signs you in to your education cloud account.",
  },
  account: { "zh-TW": "教育雲端帳號", en: "Education cloud account" },
  county: { "zh-TW": "縣市帳號", en: "County account" },
  link: { "zh-TW": "連結縣市帳號", en: "Link the county account" },
  notYours: {
    "zh-TW": "這不是您的帳號嗎？請先登出，再從縣市的登入開始。",
    en: "Is this not your account? Sign out first, then start again at the county.",
  },
  signOutFirst: { "zh-TW": "登出，重新開始", en: "Sign out and start again" },
  done: { "zh-TW": "已經連結", en: "The accounts are linked" },
  doneLead: (county: string): Sentence => ({
    "zh-TW": `以後可以用${county}的縣市帳號登入。`,
    en: `From now on you can sign in with your ${county} account.`,
  }),
  toMyAccount: { "zh-TW": "查閱個人資料", en: "View my details" },
  gone: { "zh-TW": "請先用縣市帳號登入", en: "Sign in at the county first" },
  toCounties: { "zh-TW": "使用縣市帳號登入", en: "Sign in with a county account" },
};

/** What happened, as a heading; the sentence under it is in `errors.ts`. */
export const troubleWords = {
  activate: { "zh-TW": "啟用帳號", en: "Enable the account" },
  cancelled: { "zh-TW": "縣市登入已經取消", en: "The county sign-in was cancelled" },
  down: { "zh-TW": "縣市的登入系統沒有回應", en: "The county's sign-in does not answer" },
  refused: { "zh-TW": "縣市登入沒有成功", en: "The county sign-in did not work" },
  roundTrip: { "zh-TW": "請重新使用縣市帳號登入", en: "Sign in at the county again" },
  disabled: { "zh-TW": "這個帳號目前不能使用", en: "This account cannot be used now" },
  off: { "zh-TW": "這個縣市尚未開放", en: "This county is not open yet" },
} as const satisfies Record<string, Sentence>;
