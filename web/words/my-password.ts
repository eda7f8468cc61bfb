import type { Sentence } from "./words.ts";

/** Words of 變更密碼 (T17). */
export const myPasswordWords = {
  title: { "zh-TW": "變更密碼", en: "Change your password" },
  lead: {
    "zh-TW": "變更以後，其他電腦和手機上的登入都會結束，這裡不會。",
    en: "You are then signed out on every other computer and phone, but not here.",
  },
  current: { "zh-TW": "目前的密碼", en: "Present password" },
  needCurrent: { "zh-TW": "請輸入目前的密碼。", en: "Enter your present password." },
  password: { "zh-TW": "新密碼", en: "New password" },
  again: { "zh-TW": "再次輸入新密碼", en: "New password again" },
  submit: { "zh-TW": "變更密碼", en: "Change the password" },
  forgot: { "zh-TW": "忘記密碼", en: "Forgot password" },
  done: { "zh-TW": "密碼變更完成", en: "Your password is changed" },
  doneExplain: {
    "zh-TW": "下次登入請用新密碼。其他裝置上的登入都已經結束。請不要把密碼告訴別人。",
    en: "Use the new one from now on. You are signed out on all other devices. Tell it to nobody.",
  },
  ok: { "zh-TW": "確定", en: "OK" },
} as const satisfies Record<string, Sentence>;
