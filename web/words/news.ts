import type { Sentence } from "./words.ts";

/** 最新消息 (M90): the list, a notice, and the newest ones on the home page. */
export const newsWords = {
  title: { "zh-TW": "最新消息", en: "News" },
  lead: { "zh-TW": "系統、課程和其他公告。", en: "Announcements about the system, courses and other things." },
  ofCategory: (category: string): Sentence => ({ "zh-TW": `最新消息：${category}`, en: `News: ${category}` }),
  categories: { "zh-TW": "類別", en: "Categories" },
  all: { "zh-TW": "全部", en: "All" },
  count: (count: number): Sentence => ({
    "zh-TW": `${count} 則`,
    en: count === 1 ? "1 announcement" : `${count} announcements`,
  }),
  none: {
    "zh-TW": "這一類還沒有消息。有了以後，會列在這裡。",
    en: "There is nothing in this category yet. It will be listed here.",
  },
  follow: { "zh-TW": "訂閱", en: "Subscribe" },
  followAbout: {
    "zh-TW": "把下面的網址放進閱讀器，有新消息就會通知您。",
    en: "Put one of these addresses into a feed reader, and it tells you of what is new.",
  },
  rss: { "zh-TW": "RSS", en: "RSS (in Chinese)" },
  atom: { "zh-TW": "Atom", en: "Atom (in Chinese)" },
  calendar: { "zh-TW": "活動行事曆", en: "Calendar" },
  more: { "zh-TW": "更多消息", en: "More news" },
  back: { "zh-TW": "回最新消息", en: "Back to the news" },
  updated: (day: string): Sentence => ({ "zh-TW": `${day}更新`, en: `changed on ${day}` }),
  facts: (category: string, day: string): Sentence => ({ "zh-TW": `${category}　${day}`, en: `${category}, ${day}` }),
  when: { "zh-TW": "時間", en: "When" },
  where: { "zh-TW": "地點", en: "Where" },
  maintenance: { "zh-TW": "維護時間", en: "Time of the work" },
  onlyChinese: { "zh-TW": "這則消息只有中文。", en: "This announcement is in Chinese only." },
  failed: {
    "zh-TW": "消息沒有載入。網路可能斷了，請再試一次。",
    en: "The news did not load. The connection may be down. Try again.",
  },
  tryAgain: { "zh-TW": "再試一次", en: "Try again" },
};
