import type { Sentence } from "./words.ts";

/** Words of 忘記帳號 (伍). The labels are the manual's. */
export const forgotAccountWords = {
  title: { "zh-TW": "忘記帳號", en: "Forgot account" },
  lead: { "zh-TW": "我們會告訴您，您的教育雲端帳號是什麼。", en: "We tell you what your education cloud account is." },
  byCounty: { "zh-TW": "使用縣市帳號查詢", en: "Look it up with your county account" },
  byCountyExplain: {
    "zh-TW": "選擇所在縣市，登入縣市帳號後就會顯示。",
    en: "Choose your county and sign in there; then the account is shown.",
  },
  byPersonId: {
    "zh-TW": "使用身分證字號／居留證號／其他身分 ID 查詢",
    en: "Look it up with your ID number",
  },
  personId: { "zh-TW": "身分證字號／居留證號／其他身分 ID", en: "National ID, resident certificate or other ID" },
  personIdHint: {
    "zh-TW": "例如 A123456789，英文字母大小寫都可以。",
    en: "For example A123456789; small letters are fine too.",
  },
  submit: { "zh-TW": "帳號取得", en: "Get the account" },
  errorTitle: { "zh-TW": "錯誤：忘記帳號", en: "Error: Forgot account" },
  notFound: { "zh-TW": "查無資料", en: "No record found" },
  notFoundExplain: {
    "zh-TW": "這個證號沒有教育雲端帳號。證號沒有打錯的話，您可能還沒有申請；申請過的話，請回報問題。",
    en: "There is no education cloud account with this ID number. If it is right, you may not have applied yet. If you did apply, report it.",
  },
  notFoundReport: { "zh-TW": "查無資料，回報問題", en: "No record found: report it" },
  apply: { "zh-TW": "申請帳號", en: "Apply for an account" },
  yours: { "zh-TW": "您的教育雲端帳號", en: "Your education cloud account" },
  yoursLead: {
    "zh-TW": "請記下來。登入時輸入 @ 前面的字就可以；用電子郵件註冊的，請輸入整個電子郵件。",
    en: "Please note it. To sign in, the part before the @ is enough; if you registered with an e-mail address, enter all of it.",
  },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  forgotPassword: { "zh-TW": "忘記密碼", en: "Forgot password" },
  shared: {
    "zh-TW": "這是公用電腦嗎？離開前請關閉這個頁面。",
    en: "Is this a shared computer? Close this page before you leave.",
  },
  sent: { "zh-TW": "請看您的信箱和簡訊", en: "Look at your e-mail and text messages" },
  sentLead: {
    "zh-TW": "如果有這個人的帳號，我們已經把帳號寄到他證明過的電子郵件和行動電話。",
    en: "If this person has an account, we have sent it to the e-mail address and mobile number that they have proved.",
  },
  sentWhy: {
    "zh-TW": "沒有收到？請也找找垃圾郵件匣，或改用縣市帳號查詢。",
    en: "Nothing came? Look in the spam folder too, or look it up with your county account.",
  },
  back: { "zh-TW": "回到忘記帳號", en: "Back to Forgot account" },
  otherwise: { "zh-TW": "都不能用？", en: "Neither works?" },
  otherwiseExplain: {
    "zh-TW": "請聯絡我們。我們確認是您本人以後，會幫您找回帳號。",
    en: "Contact us. We make sure that it is you, then help you find your account.",
  },
} as const satisfies Record<string, Sentence>;
