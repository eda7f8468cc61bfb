import type { Sentence } from "./words.ts";

/** Words of the second step of signing in (壹拾, M63). */
export const twoFactorSignInWords = {
  title: { "zh-TW": "雙因子驗證", en: "Your second factor" },
  errorTitle: { "zh-TW": "錯誤：雙因子驗證", en: "Error: Your second factor" },
  lead: { "zh-TW": "還差一步：確認是您本人。", en: "One more step, to be sure it is you." },
  submit: { "zh-TW": "登入", en: "Sign in" },
  otherAccount: { "zh-TW": "重新登入，或換一個帳號", en: "Start again, or use another account" },
  lost: {
    "zh-TW": "手機和備援碼都不在身邊，聯絡我們",
    en: "I have neither the phone nor a recovery code: contact us",
  },
  recoveryWrong: {
    "zh-TW": "備援碼不對或已經用過。請檢查後再輸入，或換一組。",
    en: "The recovery code is wrong or was used. Check it, or take another one.",
  },
  used: { "zh-TW": "已經登入，用掉了一組備援碼", en: "You are signed in and used one recovery code" },
  left: (count: number): Sentence => ({
    "zh-TW": `還剩 ${count} 組可以用。用過的那一組不能再用，請從紙上劃掉。`,
    en: `${count} ${count === 1 ? "is" : "are"} left. The one you used does not work again: cross it out.`,
  }),
  noneLeft: {
    "zh-TW": "備援碼都用完了。請現在就做新的，免得換手機時登不進來。",
    en: "There are none left. Make new ones now, or you may be locked out when you change phones.",
  },
  few: { "zh-TW": "剩下不多了，建議做一批新的備援碼。", en: "That is not many: better make new ones." },
  makeNew: { "zh-TW": "做新的備援碼", en: "Make new recovery codes" },
  goOn: { "zh-TW": "繼續", en: "Continue" },
};
