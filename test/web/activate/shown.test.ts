import { describe, expect, test } from "vitest";
import { policies } from "../../../functions/contract/policy.ts";
import type { Problem } from "../../../web/api.ts";
import { passwordChecks } from "../../../web/components/password-field/password-checks.ts";
import { shownOf } from "../../../web/pages/activate/new/shown.ts";
import { activateNewWords, activateWords } from "../../../web/words/activate.ts";

const now = Date.UTC(2026, 10, 21);
const grant = {
  state: "open" as const,
  account: "a@account.test",
  accountName: "a",
  name: "王小明",
  expiresIn: 600,
  passwordRules: policies.seed.passwords.activate,
};

describe("M55: what the last page of 啟用帳號 shows of the service's answer", () => {
  test("an open grant is open for as long as the service says, by this device's clock", () => {
    expect(shownOf({ ok: true, answer: grant }, now)).toEqual({ state: "open", grant, until: now + 600_000 });
  });

  test("a reload after it was done shows that it is done, and no grant leads to 啟用帳號", () => {
    const done = { state: "done", account: "a@account.test" } as const;
    expect(shownOf({ ok: true, answer: done }, now)).toEqual(done);
    expect(shownOf({ ok: true, answer: { state: "none" } }, now)).toEqual({ state: "none" });
  });

  test("a dead line is told as what it is: one may try again", () => {
    const problem: Problem = { code: "offline", status: 0, title: "" };
    expect(shownOf({ ok: false, problem }, now)).toEqual({ state: "failed", problem });
  });
});

describe("M55: any three of capital letters, small letters, digits and symbols, ticked off while one types", () => {
  const unmet = (password: string) => passwordChecks(password, grant.passwordRules).filter(({ met }) => !met).length;

  test.each(["Wombat2026", "wombat-2026", "WOMBAT-wombat", "WOMBAT-2026"])("%s has three", (password) =>
    expect(unmet(password)).toBe(0),
  );
  test.each(["wombat2026", "WOMBAT2026", "wombatwombat", "Wo-2026"])("%s does not do", (password) =>
    expect(unmet(password)).toBe(1),
  );
});

test("M55: the labels are the manual's", () => {
  expect([activateWords.title, activateNewWords.submit, activateNewWords.signIn].map((one) => one["zh-TW"])).toEqual([
    "啟用帳號",
    "啟用帳號",
    "登入",
  ]);
});
