import { describe, expect, it } from "vitest";
import { lastMinuteBefore, momentInWords } from "../../../functions/contract/legacy-moment.ts";
import { linkNoticeWords } from "../../../web/words/link-legacy.ts";
import { identityOf } from "../../../web/words/link-legacy-form.ts";

describe("the notice of M80, word for word", () => {
  const moment = Date.parse("2015-02-01T00:00:00+08:00");
  const [last, from] = [lastMinuteBefore(moment), momentInWords(moment)];

  it("before the moment", () => {
    expect(linkNoticeWords.ends(last, from)["zh-TW"]).toBe(
      "為避免使用者無法即時申請教育雲帳號，原平台帳號登入功能將維持至104年1月31日晚間11點59分，會員可選擇用原平台登入方式或至教育雲入口網申請新帳號登入；104年2月1日凌晨0點起，平台首頁之登入功能將取消，改至「教育雲入口網」統一登入。",
    );
  });

  it("after it, as what has happened", () => {
    const { "zh-TW": chinese, en } = linkNoticeWords.ended(last, from);
    expect(chinese).toBe(
      "原平台帳號登入功能已於104年1月31日晚間11點59分截止；104年2月1日凌晨0點起，平台首頁之登入功能已取消，改至「教育雲入口網」統一登入。",
    );
    expect(en).toContain("worked until 31 January 2015, 23:59. Since 1 February 2015, 00:00");
  });
});

describe("身分 (M83)", () => {
  it.each([
    [["teacher"], "教師", "Teacher"],
    [["teacher", "staff"], "教師、職員", "Teacher, Staff member"],
    [[], "其他（家長、社會人士）", "Other (parents, the public)"],
  ] as const)("%o", (roles, chinese, english) => expect(identityOf(roles)).toEqual({ "zh-TW": chinese, en: english }));
});
