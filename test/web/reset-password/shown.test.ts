import { describe, expect, test } from "vitest";
import { policies } from "../../../functions/contract/policy.ts";
import { changesOnceADay } from "../../../functions/contract/reset-ways.ts";
import { resetWay } from "../../../functions/contract/schemas/reset-password.ts";
import type { Problem } from "../../../web/api.ts";
import { refusedAs, shownOf } from "../../../web/pages/reset-password/new/shown.ts";
import { recoveryCodeWords } from "../../../web/words/recovery.ts";
import { newPasswordWords, resetPasswordWords } from "../../../web/words/reset-password.ts";

const now = Date.UTC(2026, 10, 21);
const refusal = (code: Problem["code"], more: Partial<Problem> = {}): Problem => ({
  code,
  status: 409,
  title: "",
  ...more,
});

describe("M50: what 重設密碼 shows of the service's answer", () => {
  test("an open grant is open for as long as the service says, by this device's clock", () => {
    const grant = {
      state: "open" as const,
      account: "a@account.test",
      accountName: "a",
      name: "王小明",
      way: "county" as const,
      expiresIn: 600,
      passwordRules: policies.seed.passwords.register,
    };
    expect(shownOf({ ok: true, answer: grant }, now)).toEqual({ state: "open", grant, until: now + 600_000 });
  });

  test("a reload after it was done shows that it is done, and no grant leads to 忘記密碼", () => {
    const done = { state: "done", account: "a@account.test", way: "county" } as const;
    expect(shownOf({ ok: true, answer: done }, now)).toEqual({ state: "done", done });
    expect(shownOf({ ok: true, answer: { state: "none" } }, now)).toEqual({ state: "none" });
  });

  test("a dead line is no refusal: one may try again", () => {
    const problem = refusal("offline", { status: 0 });
    expect(shownOf({ ok: false, problem }, now)).toEqual({ state: "failed", problem });
  });

  test("M51, M55: an account that cannot change its password now is told so before anything is typed", () => {
    const recently = refusal("password-changed-recently", { retryAfter: 3_600 });
    expect(shownOf({ ok: false, problem: recently }, now)).toMatchObject({ state: "refused", from: now + 3_600_000 });
    expect(shownOf({ ok: false, problem: refusal("account-disabled") }, now)).toMatchObject({ state: "refused" });
  });
});

describe("what becomes of the form when a press was refused", () => {
  test("a grant that is gone ends it, and with it what was typed", () => {
    expect(refusedAs(refusal("reset-grant-missing"), now)).toEqual({ state: "expired" });
  });

  test("a password against the rule, a busy service and a dead line leave it as it is", () => {
    for (const code of ["password-rule", "try-again-later", "offline", "internal"] as const)
      expect(refusedAs(refusal(code), now)).toBeUndefined();
  });
});

describe("words of 忘記密碼 and 重設密碼", () => {
  test("M51: the 24 hours are told by the manual's sentence, and not after the code way", () => {
    expect(newPasswordWords.doneOnceADay["zh-TW"]).toBe("密碼變更完成，需 24 小時後才能再次變更");
    expect(resetWay.options.filter((way) => !changesOnceADay(way))).toEqual(["code"]);
  });

  test("the labels are the manual's", () => {
    const labels = [resetPasswordWords.title, newPasswordWords.title, newPasswordWords.submit, newPasswordWords.signIn];
    expect(labels.map((label) => label["zh-TW"])).toEqual(["忘記密碼", "重設密碼", "重設密碼", "登入"]);
    const { byCode, byCounty, byPersonalData, byDefaultPassword } = resetPasswordWords;
    expect([byCode, byCounty, byPersonalData, byDefaultPassword].map((way) => way["zh-TW"])).toEqual([
      "傳送驗證碼重設",
      "使用縣市帳號重設",
      "使用個人基本資料重設",
      "使用預設密碼重設",
    ]);
    const { send, start } = recoveryCodeWords;
    expect([send, start].map((label) => label["zh-TW"])).toEqual(["傳送認證碼", "開始驗證"]);
  });
});
