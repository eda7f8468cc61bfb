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
  noCounty: { "zh-TW": "沒有縣市帳號？", en: "No county account?" },
  noCountyExplain: {
    "zh-TW": "請聯絡我們。我們確認是您本人以後，會幫您找回帳號。",
    en: "Contact us. We make sure that it is you, then help you find your account.",
  },
} as const satisfies Record<string, Sentence>;
