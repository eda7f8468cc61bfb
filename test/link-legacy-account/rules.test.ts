import { describe, expect, it } from "vitest";
import { lastMinuteBefore, momentInWords } from "../../functions/contract/legacy-moment.ts";
import { endNotice, hasSignInEnded, linkingEnded } from "../../functions/link-legacy-account/rules/moments.ts";
import { legacyAccountOf } from "../../functions/person/legacy-account.ts";

const platform = {
  id: "ups",
  name: { "zh-TW": "平台", en: "Platform" },
  hashes: ["md5" as const],
  signInEnds: "2015-02-01T00:00:00+08:00",
  help: { "zh-TW": "客服", en: "Help" },
  claim: "legacy_account",
};

describe("moments as the manual says them (M80)", () => {
  it.each([
    ["2015-01-31T23:59:00+08:00", "104年1月31日晚間11點59分", "31 January 2015, 23:59"],
    ["2015-02-01T00:00:00+08:00", "104年2月1日凌晨0點", "1 February 2015, 00:00"],
    ["2026-12-31T12:05:59+08:00", "115年12月31日中午12點5分", "31 December 2026, 12:05"],
    ["2026-07-01T05:30:00Z", "115年7月1日下午1點30分", "1 July 2026, 13:30"],
    ["2026-07-01T09:00:00+08:00", "115年7月1日上午9點", "1 July 2026, 09:00"],
  ])("%s", (moment, chinese, english) => {
    expect(momentInWords(Date.parse(moment))).toEqual({ "zh-TW": chinese, en: english });
  });

  it("until the minute before", () => {
    expect(lastMinuteBefore(Date.parse(platform.signInEnds))["zh-TW"]).toBe("104年1月31日晚間11點59分");
    expect(endNotice(platform)["zh-TW"]).toMatch(/^原平台帳號登入功能將維持至104年1月31日晚間11點59分，/);
  });

  it("the moment itself is over already; joining goes on without a moment of its own", () => {
    const ends = Date.parse(platform.signInEnds);
    expect([ends - 1, ends].map((now) => hasSignInEnded(platform, now))).toEqual([false, true]);
    expect(linkingEnded(platform, ends + 1e12)).toBeUndefined();
    const until = { ...platform, linkingEnds: "2016-02-01T00:00:00+08:00" };
    const last = Date.parse(until.linkingEnds);
    expect([last - 1, last].map((now) => linkingEnded(until, now))).toEqual([undefined, "2016-01-31T16:00:00.000Z"]);
  });
});

describe("old accounts in one form", () => {
  it.each([
    ["Wang.Old", "wang.old"],
    [" ＷＡＮＧ．ＯＬＤ　", "wang.old"],
    ["WANG@Old.TEST", "wang@old.test"],
    ["王小明", "王小明"],
    ["e\u0301cole", "\u00e9cole"],
  ])("%j", (typed, folded) => {
    expect(legacyAccountOf(typed)).toBe(folded);
    expect(legacyAccountOf(folded)).toBe(folded);
  });
});
