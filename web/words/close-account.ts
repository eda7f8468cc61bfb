import type { Sentence } from "./words.ts";

/** Words of 關閉帳號. */
export const closeAccountWords = {
  title: { "zh-TW": "關閉帳號", en: "Close your account" },
  lead: {
    "zh-TW": "不再使用教育雲端帳號時，可以關閉它。請先讀完會發生什麼事。",
    en: "If you do not need the account any more, you can close it. First read what happens then.",
  },
  what: { "zh-TW": "關閉以後", en: "What happens" },
  disabled: {
    "zh-TW": "帳號馬上停用：不能登入，所有電腦和手機上的登入都會結束。",
    en: "The account is disabled at once: nobody can sign in, and every sign-in ends.",
  },
  applications: {
    "zh-TW": "不能再用它登入其他學習平台；平台裡的資料由各平台自己保管。",
    en: "You cannot use it for other learning sites any more. What they hold stays with them.",
  },
  back: {
    "zh-TW": "30 天內後悔了，可以用「啟用帳號」恢復。",
    en: "If you change your mind within 30 days, bring it back with “Enable your account”.",
  },
  erased: {
    "zh-TW": "30 天以後，個人資料會刪除，不能恢復；這個帳號名稱也不會再給任何人使用。",
    en: "After 30 days your personal data are erased for good. The account name is never given to anybody else.",
  },
  download: { "zh-TW": "想留一份資料，請先下載。", en: "Download your data first if you want to keep a copy." },
  downloadLink: { "zh-TW": "下載我的資料", en: "Download my data" },
  sure: { "zh-TW": "確定要關閉嗎？", en: "Are you sure?" },
  yours: { "zh-TW": "要關閉的帳號", en: "Account to close" },
  accountName: { "zh-TW": "請輸入教育雲端帳號", en: "Enter your account name" },
  emailHint: {
    "zh-TW": "請輸入整個電子郵件，和上面的帳號一樣。",
    en: "The whole e-mail address, as above.",
  },
  accountHint: {
    "zh-TW": "只需輸入 @ 前面的字，和上面的帳號一樣。",
    en: "Only the part before the @, as above.",
  },
  needAccount: { "zh-TW": "請輸入教育雲端帳號。", en: "Enter your account name." },
  accountOther: {
    "zh-TW": "輸入的帳號和要關閉的帳號不一樣。請檢查。",
    en: "This is not the account above. Check it.",
  },
  submit: { "zh-TW": "關閉帳號", en: "Close the account" },
  keep: { "zh-TW": "不關閉，回上一頁", en: "Keep it and go back" },
  done: { "zh-TW": "帳號已經關閉", en: "The account is closed" },
  doneExplain: (days: number): Sentence => ({
    "zh-TW": `${days} 天內可以用「啟用帳號」恢復。之後，個人資料會刪除。`,
    en: `You can bring it back within ${days} days with “Enable your account”. After that your personal data are erased.`,
  }),
  enable: { "zh-TW": "啟用帳號", en: "Enable your account" },
  home: { "zh-TW": "回首頁", en: "Go to the home page" },
} as const;
