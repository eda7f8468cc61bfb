/**
 * 最新消息 (M90) and the calendar (M91). Notices are Markdown files of `web/notices`; what pages fetch of them are static JSON files
 * under `/news/`, made by `lib/build/notices`: `notices.json`, `maintenance.json`, and `<slug>.json` for each.
 */
import type { Language } from "./messages.ts";

/** The categories, in the order they are offered, and what they are called. */
export const noticeCategories = {
  system: { "zh-TW": "系統", en: "System" },
  course: { "zh-TW": "課程", en: "Courses" },
  other: { "zh-TW": "其他", en: "Other" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
export type NoticeCategory = keyof typeof noticeCategories;

/** A day (`2026-11-21`), or a moment in Taipei's time (`2026-11-21T09:00:00+08:00`). The first ten characters are the day here. */
export type DayOrMoment = string;

/** Chinese always; English where somebody wrote it. */
export interface MaybeTranslated {
  readonly "zh-TW": string;
  readonly en?: string;
}

/** 系統維護: every page tells of it from `announce` until `end`. All three are moments. */
export interface Maintenance {
  readonly announce: DayOrMoment;
  readonly start: DayOrMoment;
  readonly end: DayOrMoment;
}

/** What the calendar shows. `end` is the last day or moment of it. */
export interface NoticeEvent {
  readonly start: DayOrMoment;
  readonly end?: DayOrMoment;
  readonly place?: MaybeTranslated;
}

/** A line of the list. */
export interface ListedNotice {
  /** The name of its file, and the last part of its address. */
  readonly slug: string;
  readonly category: NoticeCategory;
  readonly date: DayOrMoment;
  /** When it was changed, if it was. */
  readonly updated?: DayOrMoment;
  readonly title: MaybeTranslated;
  readonly maintenance?: Maintenance;
  readonly event?: NoticeEvent;
}

/** `notices.json`: the newest first. */
export type NoticesFile = readonly ListedNotice[];

/** `<slug>.json`: one notice with its text as HTML. */
export interface NoticeFile extends ListedNotice {
  readonly html: MaybeTranslated;
}

/** `maintenance.json`: a file of its own because every page asks for it. */
export type MaintenanceFile = readonly (Maintenance & Pick<ListedNotice, "slug" | "title">)[];

/** The start of a day, or the moment itself, in ms since 1970. */
export function startOf(at: DayOrMoment): number {
  return Date.parse(at.length === 10 ? `${at}T00:00:00+08:00` : at);
}

/** The feeds' formats: RSS 2.0 and Atom 1.0 (RFC 4287). */
export const feedTypes = { rss: "application/rss+xml", atom: "application/atom+xml" } as const;
export type FeedFormat = keyof typeof feedTypes;

/** `news/rss.xml`, and `news/rss-course.xml` for one category. A path of the site without its first slash. */
export function feedPath(format: FeedFormat, category?: NoticeCategory): string {
  return `news/${format}${category === undefined ? "" : `-${category}`}.xml`;
}
