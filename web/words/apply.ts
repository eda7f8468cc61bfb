import type { Sentence } from "./words.ts";

// 申請帳號, chapter 壹 of the manual: its labels word for word, every other sentence short enough for a ten-year-old.

export const applyWords = {
  title: { "zh-TW": "申請帳號", en: "Apply for an account" },
  next: { "zh-TW": "下一步", en: "Continue" },
  change: { "zh-TW": "修改", en: "Change" },
  identity: { "zh-TW": "身分", en: "Identity" },
  county: { "zh-TW": "縣市", en: "County or city" },
  district: { "zh-TW": "行政區", en: "District" },
  level: { "zh-TW": "學制", en: "School level" },
  school: { "zh-TW": "學校", en: "School" },
  signIn: { "zh-TW": "登入", en: "Sign in" },
} as const satisfies Record<string, Sentence>;

export const identityWords = {
  question: { "zh-TW": "您的身分是？", en: "Who are you?" },
  explain: {
    "zh-TW": "要在學校的名冊裡有資料，才能申請。大約需要 5 分鐘。",
    en: "You need to be on the list of a school. It takes about 5 minutes.",
  },
  ready: {
    "zh-TW": "請先準備好：身分證字號（或居留證號、其他身分 ID），還有能收信的電子郵件信箱或能收簡訊的行動電話。",
    en: "Have these at hand: your ID number (or resident number, or other ID), and an e-mail address or a mobile phone that can receive a code.",
  },
  student: { "zh-TW": "學生", en: "Student" },
  teacher: { "zh-TW": "教師", en: "Teacher" },
  staff: { "zh-TW": "職員", en: "Staff member" },
  missing: { "zh-TW": "請選擇您的身分。", en: "Choose who you are." },
} as const satisfies Record<string, Sentence>;

export const foundWords = {
  foundTitle: { "zh-TW": "有一份還沒完成的申請", en: "There is an unfinished application" },
  foundFinishedTitle: { "zh-TW": "有一份已經完成的申請", en: "There is a finished application" },
  foundWhose: (name: string) => ({
    "zh-TW": `申請人：${name}`,
    en: `Applicant: ${name}`,
  }),
  foundExplain: {
    "zh-TW":
      "這台裝置上有人申請過。如果是您的，請按「繼續申請」；如果不是，請按「重新申請」，之前的資料會從這台裝置清除。",
    en: "Somebody began it on this device. If it is yours, go on with it. If not, start again: what is there will be removed from this device.",
  },
  foundFinishedExplain: {
    "zh-TW": "這台裝置上有人申請過。如果是您的，可以看申請結果；要換人申請，請按「重新申請」。",
    en: "Somebody finished it on this device. If it is yours, you can see the result. To apply for someone else, start again.",
  },
  goOn: { "zh-TW": "繼續申請", en: "Go on with it" },
  seeResult: { "zh-TW": "看申請結果", en: "See the result" },
  restart: { "zh-TW": "重新申請", en: "Start again" },
} as const;

export const schoolWords = {
  question: { "zh-TW": "您的學校是？", en: "Which school are you at?" },
  explain: {
    "zh-TW": "請先選縣市，再依序選行政區、學制和學校；也可以直接輸入校名。",
    en: "Choose the county first, then the district, level and school; or type the school's name.",
  },
  notListed: { "zh-TW": "我找不到我的學校，回報問題", en: "I cannot find my school: report it" },
} as const satisfies Record<string, Sentence>;

export const personWords = {
  question: { "zh-TW": "請輸入您的個人資料", en: "Enter your details" },
  name: { "zh-TW": "姓名", en: "Name" },
  nameHint: { "zh-TW": "和學校登記的姓名一樣。", en: "As the school has it." },
  personId: { "zh-TW": "身分證字號／居留證號／其他身分 ID", en: "National ID, resident number or other ID" },
  personIdHint: {
    "zh-TW": "例如 A123456789，英文字母大小寫都可以。",
    en: "For example A123456789; small letters are fine too.",
  },
  nameMissing: { "zh-TW": "請輸入姓名。", en: "Enter your name." },
  nameWrong: {
    "zh-TW": "姓名裡有不能使用的字，或太長了。請照學校登記的姓名輸入。",
    en: "The name has characters that names do not have, or is too long. Enter it as the school has it.",
  },
  notFoundTitle: { "zh-TW": "都沒有打錯嗎？", en: "Is everything right?" },
  notFoundExplain: {
    "zh-TW": "姓名、證號和學校都對的話，請回報問題，我們會請學校確認。",
    en: "If the name, the ID number and the school are right, report it: we will ask the school.",
  },
  notFoundReport: { "zh-TW": "查無資料，回報問題", en: "No record found: report it" },
  hasAccountTitle: { "zh-TW": "不需要再申請", en: "There is no need to apply again" },
  hasAccountExplain: {
    "zh-TW": "請用原來的帳號登入。如果您沒有申請過，請聯絡我們。",
    en: "Sign in with the account you have. If you never applied for one, contact us.",
  },
} as const satisfies Record<string, Sentence>;

export const confirmWords = {
  question: { "zh-TW": "這些是您的資料嗎？", en: "Are these your details?" },
  explain: {
    "zh-TW": "這是學校登記的資料，請確認是否正確。",
    en: "This is what the school has on record. Check that it is right.",
  },
  name: { "zh-TW": "姓名", en: "Name" },
  personId: { "zh-TW": "身分證字號／居留證號／其他身分 ID", en: "ID number" },
  grade: { "zh-TW": "年級", en: "Grade" },
  class: { "zh-TW": "班級", en: "Class" },
  seat: { "zh-TW": "座號", en: "Seat number" },
  right: { "zh-TW": "資料無誤，下一步", en: "These are right: continue" },
  wrong: { "zh-TW": "資料異常，回報問題", en: "Something is wrong: report it" },
} as const satisfies Record<string, Sentence>;

export const consentWords = {
  question: { "zh-TW": "個資蒐集告知聲明同意書", en: "Notice and consent on personal data" },
  /** The new text comes with the page itself. */
  readNew: { "zh-TW": "重新讀取新的版本", en: "Load the new version" },
  version: (version: string) => ({ "zh-TW": `版本 ${version}`, en: `Version ${version}` }),
  guardian: (age: number) => ({
    "zh-TW": `我的家長（法定代理人）已經讀過，也同意；或我已滿 ${age} 歲。`,
    en: `My parent or legal guardian has read this and agrees too; or I am ${age} or older.`,
  }),
  guardianHint: (age: number) => ({
    "zh-TW": `未滿 ${age} 歲，請和家長一起閱讀，由家長決定同不同意。`,
    en: `If you are under ${age}, read it together with your parent or guardian, who decides.`,
  }),
  guardianMissing: {
    "zh-TW": "要繼續申請，請和家長讀過以後打勾。",
    en: "To go on, read this with your parent or guardian, then tick the box.",
  },
  agree: { "zh-TW": "同意", en: "I agree" },
  disagree: { "zh-TW": "不同意", en: "I do not agree" },
  disagreeExplain: {
    "zh-TW": "按「不同意」會回到上一步，不會建立帳號。",
    en: "If you do not agree, you go back one step and no account is made.",
  },
} as const;

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
    "zh-TW": "可以收簡訊的台灣門號，例如 0912-345-678。",
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
