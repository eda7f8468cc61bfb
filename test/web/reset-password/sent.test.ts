import { describe, expect, test } from "vitest";
import { forgetSent, readSent, recallSent, rememberSent } from "../../../web/pages/reset-password/code/sent.ts";

const now = Date.UTC(2026, 10, 21);
const sent = { expiresAt: now + 600_000, resendAt: now + 60_000 };

describe("T04: what the browser keeps of a code that was asked for", () => {
  test("two times, and nothing of whose it is", () => {
    expect(readSent(JSON.stringify({ ...sent, accountName: "wang.ming" }), now)).toEqual(sent);
  });

  test("nothing when the code is dead", () => {
    expect(readSent(JSON.stringify(sent), sent.expiresAt)).toBeUndefined();
  });

  test.each([null, "", "null", "[]", "{", '{"expiresAt":"soon","resendAt":1}'])("nothing of %s", (kept) =>
    expect(readSent(kept, now)).toBeUndefined(),
  );

  test("T10: a code for 忘記密碼 is none for 啟用帳號; without storage it lasts until a reload, and no longer than it is wanted", () => {
    rememberSent("reset", sent);
    expect(recallSent("reset", now)).toEqual(sent);
    expect(recallSent("activate", now)).toBeUndefined();
    forgetSent("reset");
    expect(recallSent("reset", now)).toBeUndefined();
  });
});
