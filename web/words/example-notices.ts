import type { NoticesFile } from "../../functions/contract/notices.ts";

/** Notices of the gallery's examples. */
export const exampleNotices: NoticesFile = [
  {
    slug: "one",
    category: "system",
    date: "2026-11-16T10:00:00+08:00",
    title: { "zh-TW": "11 月 28 日凌晨系統維護", en: "Maintenance in the early hours of 28 November" },
  },
  {
    slug: "two",
    category: "course",
    date: "2026-10-26",
    title: { "zh-TW": "雙因子認證線上說明會", en: "Online briefing on two-factor sign-in" },
  },
  { slug: "three", category: "other", date: "2026-09-01", title: { "zh-TW": "教師研習時數：請先確認個人資料" } },
];
