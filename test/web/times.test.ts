import { describe, expect, test } from "vitest";
import { spanOf } from "../../web/words/parts.ts";
import { dateTimeOf, relativeTimeOf } from "../../web/words/times.ts";

const moment = "2026-11-21T07:04:09Z";

describe("moments as people read them (mission: Asia/Taipei on screen, UTC inside)", () => {
  test("in Chinese", () => expect(dateTimeOf(moment, "zh-TW")).toBe("2026年11月21日 15:04"));
  test("in English", () => expect(dateTimeOf(moment, "en")).toBe("21 November 2026, 15:04"));
  test("midnight is 00:00 of the new day", () =>
    expect(dateTimeOf("2026-12-31T16:00:00Z", "zh-TW")).toBe("2027年1月1日 00:00"));
});

describe("how long ago it was", () => {
  const ago = (seconds: number) => Date.parse(moment) + seconds * 1000;

  test.each([
    [20, "剛剛", "just now"],
    [61, "1 分鐘前", "1 minute ago"],
    [3 * 3600, "3 小時前", "3 hours ago"],
    [20 * 86_400, "20 天前", "20 days ago"],
  ])("after %i seconds", (seconds, chinese, english) => {
    expect(relativeTimeOf(moment, ago(seconds), "zh-TW")).toBe(chinese);
    expect(relativeTimeOf(moment, ago(seconds), "en")).toBe(english);
  });
});

describe("a wait in words", () => {
  test.each([
    [0, "1 秒", "1 second"],
    [59.2, "60 秒", "60 seconds"],
    [89, "89 秒", "89 seconds"],
    [90, "2 分鐘", "2 minutes"],
    [901, "16 分鐘", "16 minutes"],
  ])("%d seconds", (seconds, chinese, english) => {
    expect(spanOf(seconds)).toEqual({ "zh-TW": chinese, en: english });
  });
});
