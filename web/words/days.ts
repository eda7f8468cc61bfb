import type { DayOrMoment } from "../../functions/contract/notices.ts";
import type { Language } from "./language.tsx";

const months = "January February March April May June July August September October November December".split(" ");
/** From Sunday, as calendars here begin. */
export const weekdays: Readonly<Record<Language, readonly string[]>> = {
  "zh-TW": [..."日一二三四五六"],
  en: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
};

const parts = (at: DayOrMoment) => at.slice(0, 10).split("-").map(Number) as [year: number, month: number, day: number];
const monthName = (month: number) => months[month - 1] ?? "";

/** The day of it here: `2026-11-21`. */
export const dayOf = (at: DayOrMoment) => at.slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (at: DayOrMoment) => new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay();

/** 2026年11月21日, or 21 November 2026. */
export function dayText(at: DayOrMoment, language: Language): string {
  const [year, month, day] = parts(at);
  return language === "en" ? `${day} ${monthName(month)} ${year}` : `${year}年${month}月${day}日`;
}

/** 11月21日（六）09:00, or Saturday 21 November, 09:00: for what is near. The time only where it is known. */
export function nearText(at: DayOrMoment, language: Language): string {
  const [, month, day] = parts(at);
  const weekday = weekdays[language][weekdayOf(at)];
  return withTime(
    at,
    language === "en" ? `${weekday} ${day} ${monthName(month)}` : `${month}月${day}日（${weekday}）`,
    language,
  );
}

/** The same with the year: for what may be read years later. */
export function fullText(at: DayOrMoment, language: Language): string {
  const weekday = weekdays[language][weekdayOf(at)];
  const date = dayText(at, language);
  return withTime(at, language === "en" ? `${weekday} ${date}` : `${date}（${weekday}）`, language);
}

function withTime(at: DayOrMoment, date: string, language: Language): string {
  const time = timeText(at);
  if (time === undefined) return date;
  return language === "en" ? `${date}, ${time}` : `${date}${time}`;
}

/** 14:00; undefined when only the day is known. */
export const timeText = (at: DayOrMoment) => (at.length > 10 ? at.slice(11, 16) : undefined);

interface Span {
  readonly start: DayOrMoment;
  readonly end?: DayOrMoment | undefined;
}

/** From when to when, told by `tell`; a day that both have is said once. */
export function spanText({ start, end }: Span, language: Language, tell = nearText): string {
  const first = tell(start, language);
  if (end === undefined || end === start) return first;
  const last = (dayOf(end) === dayOf(start) && timeText(end)) || tell(end, language);
  if (language === "en") return `${first} to ${last}`;
  return first.endsWith("）") ? `${first}至 ${last}` : `${first} 至 ${last}`;
}

/** `2026-11` → 2026年11月, or November 2026. */
export function monthText(month: string, language: Language): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return language === "en" ? `${monthName(number)} ${year}` : `${year}年${number}月`;
}
