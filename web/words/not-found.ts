import type { Sentence } from "./words.ts";

export const notFoundWords = {
  title: { "zh-TW": "找不到這個頁面", en: "Page not found" },
  lead: {
    "zh-TW": "網址可能打錯了，或頁面已經搬走。",
    en: "The address may have a slip in it, or the page has moved.",
  },
  todo: { "zh-TW": "您可以從首頁重新開始，或看看網站導覽。", en: "Start from the home page, or look at the site map." },
  home: { "zh-TW": "回首頁", en: "Home page" },
  siteMap: { "zh-TW": "網站導覽", en: "Site map" },
} as const satisfies Record<string, Sentence>;
