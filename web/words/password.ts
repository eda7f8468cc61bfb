import type { PasswordRules } from "../../functions/contract/policy.ts";
import type { Sentence } from "./words.ts";

/** Words of a password's field and of its rule (M17, M55). */
export const passwordWords = {
  show: { "zh-TW": "顯示密碼", en: "Show password" },
  hide: { "zh-TW": "隱藏密碼", en: "Hide password" },
  capsLock: { "zh-TW": "大寫鎖定（Caps Lock）開著。", en: "Caps Lock is on." },
  rules: { "zh-TW": "密碼要符合這些條件：", en: "The password needs:" },
  met: { "zh-TW": "符合：", en: "Met: " },
  unmet: { "zh-TW": "還沒符合：", en: "Not yet: " },
  length: ({ minLength, maxLength }: PasswordRules): Sentence => ({
    "zh-TW": `${minLength} 到 ${maxLength} 個字`,
    en: `${minLength} to ${maxLength} characters`,
  }),
  letter: { "zh-TW": "有英文字母", en: "a letter" },
  digit: { "zh-TW": "有數字", en: "a digit" },
  classes: (count: number): Sentence => ({
    "zh-TW": `大寫字母、小寫字母、數字、特殊符號，至少有 ${count} 種`,
    en: `at least ${count} of: capital letters, small letters, digits, symbols`,
  }),
  own: {
    "zh-TW": "沒有帳號、姓名或證號",
    en: "no account name, name or ID number in it",
  },
};
