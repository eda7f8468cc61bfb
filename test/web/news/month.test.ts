import { describe, expect, it } from "vitest";
import type { ListedNotice } from "../../../functions/contract/notices.ts";
import { entriesOf, isOn, monthIn, monthsLater, todayAt, weeksOf } from "../../../web/pages/calendar/rules/month.ts";

const notice = (given: Partial<ListedNotice>): ListedNotice => ({
  slug: "one",
  category: "course",
  date: "2026-11-01",
  title: { "zh-TW": "課程" },
  ...given,
});

describe("a month of the calendar (M91)", () => {
  it("has its days in weeks from Sunday", () => {
    expect(weeksOf("2026-11")[0]).toEqual([
      "2026-11-01",
      "2026-11-02",
      "2026-11-03",
      "2026-11-04",
      "2026-11-05",
      "2026-11-06",
      "2026-11-07",
    ]);
    expect(weeksOf("2026-12")[0]?.slice(0, 3)).toEqual([undefined, undefined, "2026-12-01"]);
    expect(weeksOf("2026-12")).toHaveLength(5);
    expect(weeksOf("2026-05")).toHaveLength(6);
    expect(weeksOf("2026-02")).toHaveLength(4);
  });

  it.each([
    ["2026-02", 28],
    ["2028-02", 29],
    ["2026-11", 30],
    ["2026-12", 31],
  ])("%s has %i days, each once and in order", (month, count) => {
    const days = weeksOf(month)
      .flat()
      .filter((day) => day !== undefined);
    expect(days).toHaveLength(count);
    expect(days).toEqual([...new Set(days)].sort());
  });

  it("is followed and preceded by others, over the year's end and to the end of the century", () => {
    expect(monthsLater("2026-12", 1)).toBe("2027-01");
    expect(monthsLater("2026-01", -1)).toBe("2025-12");
    expect(monthsLater("2099-12", 1)).toBeUndefined();
    expect(monthsLater("2000-01", -1)).toBeUndefined();
  });

  it.each(["", "2026-13", "2026-00", "2026-1", "1999-12", "11-2026", "2026-11-01", "x", undefined])(
    "an address with %s names none",
    (text) => expect(monthIn(text)).toBeUndefined(),
  );

  it("today is Taipei's: eight hours before midnight there it is still this day in London", () => {
    expect(todayAt(Date.parse("2026-11-30T15:59:59Z"))).toBe("2026-11-30");
    expect(todayAt(Date.parse("2026-11-30T16:00:00Z"))).toBe("2026-12-01");
  });
});

describe("what the calendar shows (M91)", () => {
  const maintenance = {
    announce: "2026-11-25T09:00:00+08:00",
    start: "2026-11-30T22:00:00+08:00",
    end: "2026-12-01T04:00:00+08:00",
  };
  const event = { start: "2026-12-14", end: "2026-12-18" };

  it("is every event and all work on the system, in their order; a notice without a time is not in it", () => {
    const entries = entriesOf([
      notice({ slug: "week", event }),
      notice({ slug: "none" }),
      notice({ slug: "both", event: { start: "2026-11-11T14:00:00+08:00" }, maintenance }),
    ]);
    expect(entries.map(({ slug, start }) => `${slug} ${start.slice(0, 10)}`)).toEqual([
      "both 2026-11-11",
      "both 2026-11-30",
      "week 2026-12-14",
    ]);
  });

  it("stands on each of its days and in each of its months, and on no other", () => {
    const [work] = entriesOf([notice({ maintenance })]);
    const [week] = entriesOf([notice({ event })]);
    const on = (entry: typeof work, ...days: string[]) => days.filter((day) => entry && isOn(entry, day));
    expect(on(work, "2026-11", "2026-12", "2026-10", "2027-01")).toEqual(["2026-11", "2026-12"]);
    expect(on(work, "2026-11-29", "2026-11-30", "2026-12-01", "2026-12-02")).toEqual(["2026-11-30", "2026-12-01"]);
    expect(on(week, "2026-12-13", "2026-12-14", "2026-12-16", "2026-12-18", "2026-12-19")).toEqual([
      "2026-12-14",
      "2026-12-16",
      "2026-12-18",
    ]);
  });
});
