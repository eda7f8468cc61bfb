import { describe, expect, test } from "vitest";
import type { Application } from "../../../functions/contract/schemas/register.ts";
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
