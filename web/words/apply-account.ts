import type { Sentence } from "./words.ts";

// 申請帳號, from the account name to the finished account (manual, chapter 壹, steps 7–9); the steps before are in `apply.ts`.

export const accountWords = {
  question: { "zh-TW": "設定您的帳號", en: "Set up your account" },
  accountName: { "zh-TW": "帳號", en: "Account name" },
  accountNameHint: {
    "zh-TW": "喜歡的名稱，以後登入要用。不要用身分證字號。",
    en: "A name you like: you sign in with it. Do not use your ID number.",
  },
  nameMissing: { "zh-TW": "請輸入帳號。", en: "Enter an account name." },
  nameRules: { "zh-TW": "帳號要符合這些條件：", en: "The account name needs:" },
  nameLength: { "zh-TW": "6 到 20 個字", en: "6 to 20 characters" },
  nameFirst: { "zh-TW": "第一個字是小寫英文字母", en: "a small letter at the beginning" },
  nameCharacters: {
    "zh-TW": "只有半形小寫英文字母、數字、底線「_」和點「.」",
    en: "only small letters, digits, underscores and full stops",
  },
  password: { "zh-TW": "密碼", en: "Password" },
  passwordMissing: { "zh-TW": "請輸入密碼。", en: "Enter a password." },
  again: { "zh-TW": "再次輸入密碼", en: "Password again" },
  againMissing: { "zh-TW": "請再輸入一次密碼。", en: "Enter the password again." },
  againDifferent: {
    "zh-TW": "兩次輸入的密碼不一樣。可以按「顯示密碼」檢查。",
    en: "The two passwords are not the same. You can show them to compare.",
  },
  contacts: { "zh-TW": "怎麼聯絡您？", en: "How can we reach you?" },
  contactsExplain: {
    "zh-TW": "至少填一個，兩個都填更好：下一步會寄驗證碼，忘記密碼時也用得到。",
    en: "Give at least one; both is better. We send a code in the next step, and you need them if you forget the password.",
  },
  contactMissing: {
    "zh-TW": "請至少填電子郵件信箱或行動電話其中一個。",
    en: "Give an e-mail address or a mobile number, at least one of them.",
  },
  email: { "zh-TW": "電子郵件信箱", en: "E-mail address" },
  emailHint: { "zh-TW": "您常用、收得到信的信箱。", en: "One you use and can open now." },
  mobile: { "zh-TW": "行動電話", en: "Mobile number" },
  mobileHint: {
    "zh-TW": "可以收簡訊的臺灣門號，例如 0912-345-678。",
    en: "A Taiwan number that takes text messages, for example 0912-345-678.",
  },
  submit: { "zh-TW": "資料無誤，下一步", en: "These are right: continue" },
} as const satisfies Record<string, Sentence>;

export const codePageWords = {
  question: { "zh-TW": "輸入驗證碼", en: "Enter the code" },
  explainBoth: {
    "zh-TW": "我們寄了電子郵件，也傳了簡訊。兩組驗證碼，輸入其中一組就可以。",
    en: "We sent an e-mail and a text message. Each has a code: enter either one.",
  },
  explainOne: { "zh-TW": "我們寄了六位數的驗證碼給您。", en: "We sent you a six-digit code." },
  sending: { "zh-TW": "正在寄出驗證碼……", en: "Sending the code…" },
  sentAgain: { "zh-TW": "驗證碼已經重新傳送。", en: "The code was sent again." },
  start: { "zh-TW": "開始驗證", en: "Check the code" },
  missing: { "zh-TW": "請輸入六位數的驗證碼。", en: "Enter the six digits of the code." },
} as const satisfies Record<string, Sentence>;

export const reviewWords = {
  question: { "zh-TW": "最後確認", en: "Check once more" },
  explain: {
    "zh-TW": "都正確的話，請按「完成註冊」。",
    en: "If everything is right, finish now.",
  },
  none: { "zh-TW": "未填", en: "Not given" },
  passwordAgain: { "zh-TW": "請再輸入密碼", en: "Enter a password again" },
  passwordWhy: {
    "zh-TW": "為了安全，密碼不會保存在任何地方；頁面重新整理過，所以要再輸入一次。以這次輸入的為準。",
    en: "For your safety the password is kept nowhere. The page was reloaded, so enter it again: this one will count.",
  },
  finish: { "zh-TW": "完成註冊", en: "Finish the registration" },
  change: { "zh-TW": "我想修改", en: "I want to change something" },
} as const satisfies Record<string, Sentence>;

export const doneWords = {
  question: { "zh-TW": "新建帳號成功！", en: "Your account is ready" },
  yours: { "zh-TW": "您的教育雲端帳號", en: "Your education cloud account" },
  howToSignIn: (name: string) => ({
    "zh-TW": `登入時只要輸入 @ 前面的「${name}」。`,
    en: `To sign in, enter only the part before @: ${name}`,
  }),
  keep: {
    "zh-TW": "請把帳號記下來。密碼不要告訴別人。",
    en: "Write the account name down. Tell nobody your password.",
  },
  nextPerson: { "zh-TW": "換下一位申請", en: "Next person on this device" },
  nextPersonExplain: {
    "zh-TW": "這是公用電腦嗎？按這裡會清除這次申請的資料。",
    en: "Is this a shared computer? This removes what you entered from it.",
  },
} as const;
