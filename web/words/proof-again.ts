import type { Sentence } from "./words.ts";

/** Words of the step that asks for the password again before something important changes (T20). */
export const proofAgainWords = {
  title: { "zh-TW": "請再輸入一次密碼", en: "Enter your password again" },
  lead: {
    "zh-TW": "這是重要的變更，我們要確認是您本人。剛才填的內容都還在。",
    en: "This is an important change, so we check that it is you. What you entered is still here.",
  },
  account: { "zh-TW": "教育雲端帳號", en: "Education cloud account" },
  password: { "zh-TW": "教育雲端密碼", en: "Password" },
  needPassword: { "zh-TW": "請輸入密碼。", en: "Enter your password." },
  factorNeeded: {
    "zh-TW": "這個帳號啟用了雙因子驗證，還要輸入驗證碼。",
    en: "Two-factor sign-in is on for this account: enter the code too.",
  },
  submit: { "zh-TW": "確認，繼續", en: "Confirm and continue" },
  cancel: { "zh-TW": "取消，回上一頁", en: "Cancel and go back" },
  forgot: { "zh-TW": "忘記密碼", en: "Forgot password" },
} as const satisfies Record<string, Sentence>;
