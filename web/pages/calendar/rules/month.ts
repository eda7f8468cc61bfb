import type { DayOrMoment, ListedNotice, MaybeTranslated } from "../../../../functions/contract/notices.ts";

/** Something of the calendar: what a notice is about, or the work it tells of. */
export interface Entry {
  readonly slug: string;
  readonly title: MaybeTranslated;
  readonly start: DayOrMoment;
  readonly end: DayOrMoment | undefined;
  readonly place: MaybeTranslated | undefined;
}

/** Everything that has a time of its own, in its order. */
export function entriesOf(notices: readonly ListedNotice[]): readonly Entry[] {
  return notices
    .flatMap(({ slug, title, event, maintenance }) =>
      [event, maintenance].flatMap((time) =>
        time === undefined
          ? []
          : [{ slug, title, start: time.start, end: time.end, place: "place" in time ? time.place : undefined }],
      ),
    )
    .sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
}

/** `2026-11` from an address; undefined for anything else, and for years that no calendar of ours has. */
export function monthIn(text: string | undefined): string | undefined {
  return text !== undefined && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}

/** The day in Taipei at `now` (ms since 1970): there is no summer time here. */
export function todayAt(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The month `by` months later; before and after all years that `monthIn` takes there is none. */
export function monthsLater(month: string, by: number): string | undefined {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return monthIn(new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7));
}

/** The days of a month in weeks from Sunday; undefined where a week belongs to the next month or the one before. */
export function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const first = new Date(Date.UTC(year, number - 1, 1)).getUTCDay();
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((first + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = week * 7 + weekday - first + 1;
      return day < 1 || day > days ? undefined : `${month}-${String(day).padStart(2, "0")}`;
    }),
  );
}

/** Whether it takes place on the day, or on one of the days of a month: both are beginnings of a date. */
export function isOn(entry: Entry, dayOrMonth: string): boolean {
  const { length } = dayOrMonth;
  return entry.start.slice(0, length) <= dayOrMonth && dayOrMonth <= (entry.end ?? entry.start).slice(0, length);
}
