import { describe, expect, test } from "vitest";
import { allFinal, withNews } from "../../../web/pages/apply/code/delivery.ts";
import { type SentTo, sentStateWords } from "../../../web/words/code.ts";

const mail = (state: SentTo["state"]): SentTo => ({ channel: "email", masked: "w***@gmail.com", state });
const sms = (state: SentTo["state"]): SentTo => ({ channel: "sms", masked: "0912***678", state });

describe("T48: what became of a code, channel by channel", () => {
  test("is asked for until nothing more will become known", () => {
    expect(allFinal([mail("delivered"), sms("accepted")])).toBe(false);
    expect(allFinal([mail("waiting")])).toBe(false);
    expect(allFinal([mail("bounced"), sms("delivered")])).toBe(true);
    expect(allFinal([mail("rejected"), sms("not-sent")])).toBe(true);
  });

  test("news of a channel takes its place; what there is no news of stays as it was", () => {
    expect(withNews([mail("accepted"), sms("accepted")], [mail("bounced")])).toEqual([
      mail("bounced"),
      sms("accepted"),
    ]);
    expect(withNews([mail("accepted")], [])).toEqual([mail("accepted")]);
  });

  test("each state has its words, and what failed says what to do", () => {
    expect(sentStateWords.delivered["zh-TW"]).toBe("已送達");
    for (const state of ["bounced", "rejected", "not-sent"] as const)
      expect(sentStateWords[state]["zh-TW"]).toMatch(/，請/);
  });
});
