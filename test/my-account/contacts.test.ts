import { describe, expect, it } from "vitest";
import { addressKeyOf, markBounced } from "../../functions/adapters/bounces.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, isSignedIn } from "../reset-password/holder.ts";
import { codeSentTo, signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";
import {
  askCode,
  auditOf,
  changeTo,
  contactsOf,
  newAttempt,
  newMobile,
  owner,
  ownerOfTwoContacts,
  saveContact,
  signedIn,
  undo,
  undoTokenSentTo,
} from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const address = () => `n${service.random(5)}@new.test`;

describe("修改備用電子郵件信箱/行動電話 (M35)", () => {
  it("the new address takes the place of the old one once its code is typed, and is proved", async () => {
    const { browser, email, userId, person } = await owner(service);
    const value = address();
    const asked = await askCode(browser, value);
    expect([asked.status, asked.body]).toEqual([200, { masked: `n***@new.test`, expiresIn: 600, resendIn: 60 }]);
    expect(await contactsOf(browser)).toMatchObject({ email: { value: email, proved: true } });
    const code = codeSentTo(service, value);
    const saved = await saveContact(browser, value, code, { attempt: newAttempt(service) });
    expect([saved.status, saved.body]).toEqual([200, { channel: "email", value }]);
    expect(await contactsOf(browser)).toMatchObject({ email: { value, proved: true } });
    const audit = await auditOf(rows, userId);
    expect(audit).toContainEqual(expect.objectContaining({ event: "contact.changed", channel: "email" }));
    for (const personal of [email, value, person.name, "@"]) expect(JSON.stringify(audit)).not.toContain(personal);
  });

  it("the code goes to the new contact and nowhere else; the notice to the old one and not to the new one (T20)", async () => {
    const { browser, email, accountName } = await owner(service);
    const value = address();
    const before = service.sent(email).length;
    await askCode(browser, value);
    expect(service.sent(email)).toHaveLength(before);
    expect(service.sent(value)).toHaveLength(1);
    await saveContact(browser, value, codeSentTo(service, value), { attempt: newAttempt(service) });
    expect(service.sent(value)).toHaveLength(1);
    expect(service.sent(email)).toHaveLength(before + 1);
    const [notice] = service.sent(email);
    expect(notice?.text).toContain(`${accountName}@account.test`);
    expect(notice?.text).toContain("n***@new.test");
    expect(notice?.text).not.toContain(value);
    expect(notice?.text).toMatch(/https:\/\/account\.test\/contact-undo#\S+/);
    expect(notice?.text).toMatch(/https:\/\/account\.test\/not-me#\S+/);
  });

  it("a mobile is read as at the application and shown as people write it; every other contact is told", async () => {
    const { browser, email, mobile } = await ownerOfTwoContacts(service);
    const next = newMobile();
    const before = [service.sent(email).length, service.sent(mobile.sms).length];
    const spoken = `${next.typed.slice(0, 4)} ${next.typed.slice(4, 7)} ${next.typed.slice(7)}`;
    const { status, body } = await changeTo(service, browser, spoken, { channel: "sms", to: next.sms });
    const shown = `${next.typed.slice(0, 4)}-${next.typed.slice(4, 7)}-${next.typed.slice(7)}`;
    expect([status, body]).toEqual([200, { channel: "sms", value: shown }]);
    expect((await contactsOf(browser)).mobile).toEqual({ value: shown, proved: true });
    expect([service.sent(email).length, service.sent(mobile.sms).length]).toEqual(before.map((count) => count + 1));
    expect(service.sent(next.sms)).toHaveLength(1);
    expect(service.sent(mobile.sms)[0]?.text).not.toContain("http");
  });

  it("a contact that nobody proved is proved by its code, and stays", async () => {
    const { browser, mobile } = await ownerOfTwoContacts(service);
    expect((await contactsOf(browser)).mobile?.proved).toBe(false);
    expect((await changeTo(service, browser, mobile.typed, { channel: "sms", to: mobile.sms })).status).toBe(200);
    expect((await contactsOf(browser)).mobile?.proved).toBe(true);
    expect((await askCode(browser, mobile.typed, "sms")).body.code).toBe("contact-same");
  });

  it.each([
    ["no-at.test", "email", "at"],
    ["全形＠mail.test", "email", "full-width"],
    ["", "email", undefined],
    ["+1 202 555 0100", "sms", "foreign"],
    ["02-2345-6789", "sms", "not-mobile"],
  ] as const)("%s as %s is refused before anything is sent: %s (M18)", async (value, channel, problem) => {
    const { browser } = await owner(service);
    const asked = await askCode(browser, value, channel);
    if (problem === undefined) expect([asked.status, asked.body.code]).toEqual([400, "bad-request"]);
    else
      expect([asked.status, asked.body.code, asked.body.fields]).toEqual([
        422,
        "contact-rule",
        [{ field: "value", problem }],
      ]);
  });

  it("the contact the account has already is refused, in whatever letter case", async () => {
    const { browser, email } = await owner(service);
    expect((await askCode(browser, email)).body.code).toBe("contact-same");
    expect((await askCode(browser, email.toUpperCase().replace("MAIL.TEST", "mail.test"))).body.code).toBe(
      "contact-same",
    );
  });

  it("five minutes after the password it asks for it again: 5:00 is good, 5:01 is not (T20)", async () => {
    const { browser } = await owner(service);
    service.clock.advanceBy({ minutes: 5 });
    expect((await askCode(browser, address())).status).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    const late = await askCode(browser, address());
    expect([late.status, late.body.code]).toEqual([403, "re-authentication-required"]);
    const save = await saveContact(browser, address(), "000000", { attempt: newAttempt(service) });
    expect(save.body.code).toBe("re-authentication-required");
  });
});

describe("the code of a new contact", () => {
  it("five wrong tries and the right one is worth nothing any more (T06)", async () => {
    const { browser, email } = await owner(service);
    const value = address();
    await askCode(browser, value);
    const code = codeSentTo(service, value);
    const wrong = code === "111111" ? "222222" : "111111";
    for (let tries = 0; tries < 5; tries += 1)
      expect((await saveContact(browser, value, wrong, { attempt: newAttempt(service) })).body.code).toBe("code-wrong");
    expect((await saveContact(browser, value, code, { attempt: newAttempt(service) })).body.code).toBe("code-wrong");
    expect((await contactsOf(browser)).email?.value).toBe(email);
  });

  it("is of the contact it was sent to, of its channel and of its account (T10)", async () => {
    const [first, second] = [await owner(service), await owner(service)];
    const value = address();
    await askCode(first.browser, value);
    const code = codeSentTo(service, value);
    const attempt = () => ({ attempt: newAttempt(service) });
    expect((await saveContact(first.browser, address(), code, attempt())).body.code).toBe("code-wrong");
    expect((await saveContact(second.browser, value, code, attempt())).body.code).toBe("code-wrong");
    const { typed } = newMobile();
    const asSms = await saveContact(first.browser, typed, code, { channel: "sms", ...attempt() });
    expect(asSms.body.code).toBe("code-wrong");
    expect((await saveContact(first.browser, value, code, attempt())).status).toBe(200);
  });

  it("lives ten minutes: 10:00 is good, 10:01 is not, with the row still there (T11)", async () => {
    for (const [seconds, status] of [
      [600, 200],
      [601, 422],
    ] as const) {
      const { browser, accountName } = await owner(service);
      const value = address();
      await askCode(browser, value);
      const code = codeSentTo(service, value);
      service.clock.advanceBy({ seconds });
      const later = await signedIn(service, accountName);
      expect((await saveContact(later, value, code, { attempt: newAttempt(service) })).status).toBe(status);
    }
  });

  it("a code from before every session was ended proves nothing, though a new session types it (T17)", async () => {
    const { browser, accountName, email } = await owner(service);
    await changeTo(service, browser, address());
    const value = address();
    service.clock.advanceBy({ seconds: 61 });
    await askCode(browser, value);
    const code = codeSentTo(service, value);
    await undo(service.browser(), undoTokenSentTo(service, email));
    const again = await signedIn(service, accountName);
    expect((await saveContact(again, value, code, { attempt: newAttempt(service) })).body.code).toBe("code-wrong");
    expect((await contactsOf(again)).email?.value).toBe(email);
  });

  it("a lost answer asked for again is answered alike and changes nothing twice (T46); another press is not (T07)", async () => {
    const { browser, email, userId } = await owner(service);
    const value = address();
    await askCode(browser, value);
    const [code, attempt] = [codeSentTo(service, value), newAttempt(service)];
    const first = await saveContact(browser, value, code, { attempt });
    const told = service.sent(email).length;
    const second = await saveContact(browser, value, code, { attempt });
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(service.sent(email)).toHaveLength(told);
    expect((await auditOf(rows, userId)).filter(({ event }) => event === "contact.changed")).toHaveLength(1);
    expect((await saveContact(browser, value, code, { attempt: newAttempt(service) })).body.code).toBe("code-wrong");
  });

  it("a doubled press, both halves at once, changes once, tells once, and both are told that it worked (T46, RACE)", async () => {
    const { browser, email, userId } = await owner(service);
    const value = address();
    await askCode(browser, value);
    const [code, attempt, before] = [codeSentTo(service, value), newAttempt(service), service.sent(email).length];
    const replies = await Promise.all([1, 2, 3].map(() => saveContact(browser, value, code, { attempt })));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(service.sent(email)).toHaveLength(before + 1);
    expect((await accountIn(rows, userId)).priorContacts).toHaveLength(1);
    service.clock.advanceBy({ minutes: 5 });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(before + 1);
  });

  it("is not sent to an address that mail came back from, and it is said so (T48)", async () => {
    const { browser } = await owner(service);
    const value = address();
    const parts = partsOf(readSettings(service.environment), { ...service, ids: systemIds });
    await markBounced(parts.dynamo, service.clock, await addressKeyOf(parts.keys, value));
    const { status, body } = await askCode(browser, value);
    expect([status, body.code, body.fields]).toEqual([
      422,
      "contact-rule",
      [{ field: "value", problem: "unreachable" }],
    ]);
    expect(service.sent(value)).toEqual([]);
  });

  it("60 s between two sends, five an hour an account, whichever contact they go to (T13)", async () => {
    const { browser, accountName } = await owner(service);
    expect((await askCode(browser, address())).status).toBe(200);
    const soon = await askCode(browser, address());
    expect([soon.status, soon.body.code, soon.body.retryAfter]).toEqual([429, "code-wait", 60]);
    let signed = browser;
    for (let sends = 1; sends < 5; sends += 1) {
      service.clock.advanceBy({ seconds: 61 });
      if (sends === 4) signed = await signedIn(service, accountName);
      expect((await askCode(signed, address())).status).toBe(200);
    }
    service.clock.advanceBy({ seconds: 61 });
    const sixth = await askCode(signed, address());
    expect([sixth.status, sixth.body.code]).toEqual([429, "code-limit"]);
  });

  it("twenty SMS an hour a prefix, over all accounts (T12)", async () => {
    const prefix = "0987654";
    for (let sent = 0; sent < 20; sent += 1) {
      const { browser } = await owner(service);
      expect((await askCode(browser, `${prefix}${String(sent).padStart(3, "0")}`, "sms")).status, String(sent)).toBe(
        200,
      );
    }
    const { browser } = await owner(service);
    expect((await askCode(browser, `${prefix}999`, "sms")).body.code).toBe("code-limit");
  });
});

describe("two changes at once (RACE)", () => {
  it("of two channels at the same moment each is made or told to try again, and then made", async () => {
    const { browser, userId } = await owner(service);
    const [value, mobile] = [address(), newMobile()];
    await askCode(browser, value);
    await askCode(browser, mobile.typed, "sms");
    const codes = { email: codeSentTo(service, value), sms: codeSentTo(service, mobile.sms) };
    const save = {
      email: () => saveContact(browser, value, codes.email, { attempt: newAttempt(service) }),
      sms: () => saveContact(browser, mobile.typed, codes.sms, { channel: "sms", attempt: newAttempt(service) }),
    };
    const replies = await Promise.all([save.email(), save.sms()]);
    expect(replies.some(({ status }) => status === 200)).toBe(true);
    for (const [index, { status, body }] of replies.entries()) {
      if (status === 200) continue;
      expect([status, body.code, body.retryAfter]).toEqual([503, "try-again-later", 1]);
      expect((await (index === 0 ? save.email : save.sms)()).status).toBe(200);
    }
    expect(await contactsOf(browser)).toMatchObject({ email: { value, proved: true }, mobile: { proved: true } });
    const changed = (await auditOf(rows, userId)).filter(({ event }) => event === "contact.changed");
    expect(changed).toHaveLength(2);
  });

  it("one code pressed eight times at once changes once (T07)", async () => {
    const { browser, email, userId } = await owner(service);
    const value = address();
    await askCode(browser, value);
    const code = codeSentTo(service, value);
    const before = service.sent(email).length;
    const press = () => saveContact(browser, value, code, { attempt: newAttempt(service) });
    const replies = await Promise.all(Array.from({ length: 8 }, press));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(service.sent(email)).toHaveLength(before + 1);
    expect((await accountIn(rows, userId)).priorContacts).toHaveLength(1);
  });
});

it("a contact that was changed is no secret in any row: sealed in the account, hashed in limits (I4)", async () => {
  const { browser, email, userId } = await owner(service);
  const value = address();
  await changeTo(service, browser, value);
  const kept = JSON.stringify([await accountIn(rows, userId), await rows.all("challenges"), await rows.all("limits")]);
  for (const clear of [email, value]) expect(kept).not.toContain(clear);
  expect(await isSignedIn(browser)).toBe(true);
  expect((await signIn(service.browser(), "nobody.at.all")).status).toBe(401);
});
