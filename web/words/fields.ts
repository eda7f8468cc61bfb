import type { AccountNameProblem } from "../../functions/person/account-name.ts";
import type { EmailProblem } from "../../functions/person/email.ts";
import type { PersonIdProblem } from "../../functions/person/national-id.ts";
import type { PasswordProblem } from "../../functions/person/password.ts";
import type { MobileProblem } from "../../functions/person/phone.ts";
import type { Sentence } from "./words.ts";

/**
 * A sentence for each broken rule of a field: the pure rules of `functions/person` and the API's `fields` speak of the same
 * problems, so the page says the same whoever found it. What is wrong, and what to do.
 */
export const accountNameWords: Readonly<Record<AccountNameProblem, Sentence>> = {
  "too-short": {
    "zh-TW": "帳號太短。請用 6 到 20 個字。",
    en: "The account name is too short. Use 6 to 20 characters.",
  },
  "too-long": {
    "zh-TW": "帳號太長。請用 6 到 20 個字。",
    en: "The account name is too long. Use 6 to 20 characters.",
  },
  "first-letter": { "zh-TW": "帳號的第一個字要是英文字母。", en: "The account name must begin with a letter." },
  "upper-case": { "zh-TW": "帳號的英文字母請用小寫。", en: "Use small letters in the account name." },
  "full-width": {
    "zh-TW": "帳號裡有全形字。請改用半形。",
    en: "There are full-width characters. Use half-width ones.",
  },
  comma: {
    "zh-TW": "帳號裡有逗號「,」。請改用點「.」。",
    en: "There is a comma in the account name. Use a full stop.",
  },
  characters: {
    "zh-TW": "帳號只能用小寫英文字母、數字、底線「_」和點「.」。",
    en: "Use only small letters, digits, underscores and full stops in the account name.",
  },
  reserved: {
    "zh-TW": "這個帳號保留給服務使用。請換一個。",
    en: "This account name is kept for the service. Choose another.",
  },
};

/** `common` and `recent` are found by the service alone: one list is too long for a phone, the other is nobody's business. */
export const passwordProblemWords: Readonly<Record<PasswordProblem | "common" | "recent", Sentence>> = {
  "too-short": { "zh-TW": "密碼太短。請照下面的條件加長。", en: "The password is too short. Make it longer." },
  "too-long": { "zh-TW": "密碼太長。請照下面的條件縮短。", en: "The password is too long. Make it shorter." },
  "needs-letter": { "zh-TW": "密碼裡要有英文字母。", en: "Put a letter into the password." },
  "needs-digit": { "zh-TW": "密碼裡要有數字。", en: "Put a digit into the password." },
  "needs-classes": {
    "zh-TW": "密碼裡的字元種類不夠。請再加上大寫字母、數字或特殊符號。",
    en: "The password needs more kinds of characters. Add a capital letter, a digit or a symbol.",
  },
  "contains-account-name": {
    "zh-TW": "密碼裡有帳號，容易被猜到。請換一個。",
    en: "The account name is in the password, which makes it easy to guess. Choose another.",
  },
  "contains-name": {
    "zh-TW": "密碼裡有您的姓名，容易被猜到。請換一個。",
    en: "Your name is in the password, which makes it easy to guess. Choose another.",
  },
  "contains-person-id": {
    "zh-TW": "密碼裡有您的證號，容易被猜到。請換一個。",
    en: "Your ID number is in the password, which makes it easy to guess. Choose another.",
  },
  "space-at-end": {
    "zh-TW": "密碼的開頭或結尾有空白。請拿掉空白。",
    en: "There is a space at the start or the end of the password. Take it out.",
  },
  "control-characters": {
    "zh-TW": "密碼裡有看不見的字元。請重新輸入。",
    en: "There is a hidden character in the password. Type it again.",
  },
  common: {
    "zh-TW": "這個密碼太多人用了，容易被猜到。請換一個。",
    en: "Too many people use this password. Choose another.",
  },
  recent: {
    "zh-TW": "這是您最近三次用過的密碼。請換一個。",
    en: "This is one of your last three passwords. Choose another.",
  },
};

export const emailWords: Readonly<Record<EmailProblem, Sentence>> = {
  empty: { "zh-TW": "請輸入電子郵件。", en: "Enter an e-mail address." },
  "too-long": {
    "zh-TW": "電子郵件太長。請檢查是不是多打了字。",
    en: "The e-mail address is too long. Check it for extra text.",
  },
  "white-space": { "zh-TW": "電子郵件裡有空白。請刪掉。", en: "There is a space in the e-mail address. Remove it." },
  "full-width": {
    "zh-TW": "電子郵件裡有全形字。請改用半形。",
    en: "There are full-width characters. Use half-width ones.",
  },
  characters: {
    "zh-TW": "電子郵件裡有不能使用的字。請只用英文、數字和符號。",
    en: "Use only letters, digits and marks in the e-mail address.",
  },
  at: {
    "zh-TW": "電子郵件要有一個「@」，例如 name@example.com。",
    en: "An e-mail address has one @, like name@example.com.",
  },
  "local-part": { "zh-TW": "「@」前面的部分不對。請檢查。", en: "The part before the @ is not right. Check it." },
  domain: {
    "zh-TW": "「@」後面的部分不對，例如要像 example.com。",
    en: "The part after the @ is not right. It should be like example.com.",
  },
};

export const mobileWords: Readonly<Record<MobileProblem, Sentence>> = {
  empty: { "zh-TW": "請輸入行動電話。", en: "Enter a mobile number." },
  characters: { "zh-TW": "行動電話只能有數字。請檢查。", en: "A mobile number has digits only. Check it." },
  length: {
    "zh-TW": "行動電話要有 10 個數字，例如 0912345678。",
    en: "A mobile number has 10 digits, like 0912345678.",
  },
  "not-mobile": {
    "zh-TW": "這不是行動電話。請輸入 09 開頭的號碼。",
    en: "This is not a mobile number. Enter one that begins with 09.",
  },
  "personal-number": {
    "zh-TW": "099 開頭的號碼收不到簡訊。請換一個號碼。",
    en: "Numbers that begin with 099 get no text messages. Enter another.",
  },
  foreign: {
    "zh-TW": "只能用臺灣的行動電話。沒有的話，請改用電子郵件。",
    en: "Only mobile numbers of Taiwan work. Without one, use an e-mail address.",
  },
};

export const personIdWords: Readonly<Record<PersonIdProblem, Sentence>> = {
  empty: {
    "zh-TW": "請輸入身分證字號、居留證號或其他身分 ID。",
    en: "Enter the national ID, resident certificate or other ID number.",
  },
  "too-short": {
    "zh-TW": "證號太短。請對照證件再輸入一次。",
    en: "The ID number is too short. Compare it with the document.",
  },
  "too-long": {
    "zh-TW": "證號太長。請對照證件再輸入一次。",
    en: "The ID number is too long. Compare it with the document.",
  },
  characters: { "zh-TW": "證號只能有英文字母和數字。", en: "An ID number has letters and digits only." },
  checksum: {
    "zh-TW": "這個證號的檢查碼不對，可能打錯了字。請對照證件再輸入一次。",
    en: "The check digit of this ID number is wrong, so there may be a slip. Compare it with the document.",
  },
};

const unknownProblem: Sentence = {
  "zh-TW": "這一欄的內容不符合規定。請修改。",
  en: "This answer does not follow the rule. Change it.",
};

const tables: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  accountName: accountNameWords,
  password: passwordProblemWords,
  email: emailWords,
  mobile: mobileWords,
  personId: personIdWords,
};

/** The sentence for one entry of an API problem's `fields`; a general one for a rule this page does not know yet. */
export function fieldProblemSentence(field: string, problem: string): Sentence {
  const table = tables[field] ?? {};
  return (Object.hasOwn(table, problem) ? table[problem] : undefined) ?? unknownProblem;
}
