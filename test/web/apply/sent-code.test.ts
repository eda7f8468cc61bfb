import { describe, expect, test } from "vitest";
import type { Application } from "../../../functions/contract/schemas/register.ts";
import { checkCode } from "../../../functions/contract/schemas/verify-code.ts";
import { attemptFor } from "../../../web/pages/apply/code/attempt.ts";
import { maskedContacts, sentNow, stillGood } from "../../../web/pages/apply/sent-code.ts";

const now = Date.parse("2026-11-21T07:00:00Z");
const application: Application = { step: "code", email: "wang@example.com", mobile: "+886912345678" };
const sent = sentNow(
  {
    sentTo: [
      { channel: "sms", masked: "0912***678", state: "waiting" },
      { channel: "email", masked: "w***@example.com", state: "accepted" },
    ],
    expiresIn: 600,
    resendIn: 60,
  },
  now,
);

describe("M18: the code is sent once on arrival", () => {
  test("a reload while the code lives sends nothing again", () => {
    expect(stillGood(sent, application, now + 599_000)).toEqual(sent);
  });

  test("a dead code is sent anew", () => expect(stillGood(sent, application, now + 600_000)).toBeUndefined());

  test("changed contacts get a code of their own", () => {
    expect(stillGood(sent, { ...application, email: "lin@example.com" }, now)).toBeUndefined();
    expect(stillGood(sent, { step: "code", mobile: "+886912345678" }, now)).toBeUndefined();
  });

  test("what is kept in the browser shows contacts masked only", () => {
    expect(maskedContacts(application)).toEqual([
      { channel: "email", masked: "w***@example.com", state: "accepted" },
      { channel: "sms", masked: "0912***678", state: "accepted" },
    ]);
    expect(JSON.stringify(sent)).not.toContain("wang");
    expect(JSON.stringify(sent)).not.toContain("345");
  });
});

describe("S5: a repeat of one press is not a new try", () => {
  const ids =
    (...texts: string[]) =>
    () =>
      texts.shift() ?? "none";

  test("the same code goes out again under the same number when its answer never came", () => {
    const first = attemptFor("123456", undefined, ids("one"));
    expect(attemptFor("123456", first, ids("two"))).toBe(first);
  });

  test("an answered press, or another code, is a new try", () => {
    const first = attemptFor("123456", undefined, ids("one"));
    expect(attemptFor("123456", { ...first, answered: true }, ids("two")).id).toBe("two");
    expect(attemptFor("123457", first, ids("two")).id).toBe("two");
  });

  test("its number is one the service takes", () => {
    expect(checkCode.shape.attempt.safeParse(attemptFor("123456", undefined).id).success).toBe(true);
  });
});
