import { describe, expect, it, vi } from "vitest";
import { dayText, fullText, monthText, nearText, spanText } from "../../../web/words/days.ts";

const start = "2026-11-28T00:00:00+08:00";
const end = "2026-11-28T06:00:00+08:00";

describe("days and times of notices in words (M90, M91)", () => {
  it.each([
    [dayText("2026-11-05", "zh-TW"), "2026年11月5日"],
    [dayText(start, "en"), "28 November 2026"],
    [nearText("2026-11-28", "zh-TW"), "11月28日（六）"],
    [nearText(end, "zh-TW"), "11月28日（六）06:00"],
    [nearText(end, "en"), "Saturday 28 November, 06:00"],
    [fullText(end, "zh-TW"), "2026年11月28日（六）06:00"],
    [fullText("2026-11-29", "en"), "Sunday 29 November 2026"],
    [monthText("2026-02", "zh-TW"), "2026年2月"],
    [monthText("2026-02", "en"), "February 2026"],
    [spanText({ start, end }, "zh-TW"), "11月28日（六）00:00 至 06:00"],
    [spanText({ start, end }, "en"), "Saturday 28 November, 00:00 to 06:00"],
    [spanText({ start }, "zh-TW"), "11月28日（六）00:00"],
    [spanText({ start: "2026-12-14", end: "2026-12-18" }, "zh-TW"), "12月14日（一）至 12月18日（五）"],
    [spanText({ start: "2026-12-14", end: "2026-12-14" }, "zh-TW"), "12月14日（一）"],
    [spanText({ start, end }, "zh-TW", fullText), "2026年11月28日（六）00:00 至 06:00"],
  ])("%s", (made, wanted) => expect(made).toBe(wanted));

  it("do not depend on where the phone is", () => {
    vi.stubEnv("TZ", "America/Los_Angeles");
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(480);
    expect(nearText("2026-11-28T00:30:00+08:00", "zh-TW")).toBe("11月28日（六）00:30");
    vi.unstubAllEnvs();
  });
});
