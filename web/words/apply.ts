import type { Sentence } from "./words.ts";

// 申請帳號, chapter 壹 of the manual up to the consent: its labels word for word, every other sentence short enough for a ten-year-old.
// The account itself, the code and the end are in `apply-account.ts`.

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
    "zh-TW": "學生、教師、職員要在學校的名冊裡有資料；其他人用電子郵件註冊。大約需要 5 分鐘。",
    en: "Pupils, teachers and staff need to be on the list of a school; everybody else registers with an e-mail address. It takes about 5 minutes.",
  },
  ready: {
    "zh-TW": "請先準備好：身分證字號（或居留證號、其他身分 ID），還有能收信的電子郵件信箱或能收簡訊的行動電話。",
    en: "Have these at hand: your national ID (or resident certificate, or other ID) number, and an e-mail address or a mobile phone that can receive a code.",
  },
  readyOther: {
    "zh-TW": "請先準備好：現在就能收信的電子郵件信箱。不需要證號。",
    en: "Have at hand an e-mail address whose mail you can read now. No ID number is needed.",
  },
  student: { "zh-TW": "學生", en: "Student" },
  teacher: { "zh-TW": "教師", en: "Teacher" },
  staff: { "zh-TW": "職員", en: "Staff member" },
  other: { "zh-TW": "其他（家長、社會人士）", en: "Other (parents, the public)" },
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
  personId: { "zh-TW": "身分證字號／居留證號／其他身分 ID", en: "National ID, resident certificate or other ID" },
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
    "zh-TW": "請用原來的帳號登入。忘記了，請用「忘記帳號」或「忘記密碼」；如果您沒有申請過，請聯絡我們。",
    en: "Sign in with the account you have. If you forgot the account or its password, look it up or reset it; if you never applied for one, contact us.",
  },
  forgotAccount: { "zh-TW": "忘記帳號", en: "Forgot account" },
  forgotPassword: { "zh-TW": "忘記密碼", en: "Forgot password" },
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
