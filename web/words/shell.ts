import type { Sentence } from "./words.ts";

/** Words of the frame around every page. */
export const shellWords = {
  account: { "zh-TW": "教育雲端帳號", en: "Education cloud account" },
  service: { "zh-TW": "教育體系單一簽入服務", en: "Education single sign-on" },
  skip: { "zh-TW": "跳到主要內容", en: "Skip to main content" },
  menu: { "zh-TW": "帳號管理", en: "Your account" },
  applications: { "zh-TW": "介接應用服務", en: "Applications" },
  signIn: { "zh-TW": "登入", en: "Sign in" },
  signOut: { "zh-TW": "登出", en: "Sign out" },
  signedInAs: { "zh-TW": "已登入：", en: "Signed in as " },
  signOutFailed: { "zh-TW": "沒有登出成功，請再試一次。", en: "Signing out did not work. Try again." },
  /** Always in the other language: it is for the person who cannot read this one. */
  otherLanguage: { "zh-TW": "English", en: "中文" },
  helpLine: { "zh-TW": "客服專線", en: "Help line" },
  footer: { "zh-TW": "網站資訊", en: "About this site" },
  notLoaded: { "zh-TW": "這個頁面沒有載入", en: "This page did not load" },
  notLoadedTodo: {
    "zh-TW": "網路可能斷了，或網站剛換了新版本。請檢查網路，再重新整理。",
    en: "The connection may be down, or the site has a new version. Check your connection and reload.",
  },
  reload: { "zh-TW": "重新整理", en: "Reload" },
} as const satisfies Record<string, Sentence>;
