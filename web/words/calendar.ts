import type { Sentence } from "./words.ts";

/** The month calendar (M91). */
export const calendarWords = {
  title: { "zh-TW": "活動行事曆", en: "Calendar" },
  titleOf: (month: string): Sentence => ({ "zh-TW": `活動行事曆：${month}`, en: `Calendar: ${month}` }),
  lead: { "zh-TW": "課程、活動和系統維護的時間。", en: "When courses, events and maintenance take place." },
  months: { "zh-TW": "換月份", en: "Other months" },
  previous: { "zh-TW": "上個月", en: "Previous month" },
  next: { "zh-TW": "下個月", en: "Next month" },
  thisMonth: { "zh-TW": "本月", en: "This month" },
  today: { "zh-TW": "今天", en: "Today" },
  count: (month: string, count: number): Sentence => ({
    "zh-TW": count === 0 ? `${month}沒有活動。` : `${month}有 ${count} 項。`,
    en: count === 0 ? `Nothing in ${month}.` : count === 1 ? `1 entry in ${month}.` : `${count} entries in ${month}.`,
  }),
  none: {
    "zh-TW": "有課程、活動或維護時，會排在這裡。",
    en: "Courses, events and maintenance will be listed here.",
  },
  news: { "zh-TW": "最新消息", en: "News" },
};
