import { describe, expect, it } from "vitest";
import { grantTo, isSignedIn, newPassword } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { codeSentTo, goodPassword, signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { ask, askedBy, check } from "../verify-code/forgetful.ts";
import {
  askCode,
  changeTo,
  contactsOf,
  newAttempt,
  newMobile,
  owner,
  ownerOfTwoContacts,
  saveContact,
  undo,
  undoTokenSentTo,
} from "./owner.ts";

const service = await startService();
const theirs = () => `thief${service.random(5)}@evil.test`;
const ownerPassword = "Numbat-2026-yz";
const resetTo = async (code: string, browser: Browser) => {
  expect((await check(browser, code)).status).toBe(200);
  return browser.call("POST /api/reset-password", { password: newPassword });
};

describe("a thief with a stolen session (T20)", () => {
  it("and without the password changes no contact, whatever is tried", async () => {
    const { browser, email } = await owner(service);
    const thief = browser.copy();
    service.clock.advanceBy({ minutes: 5, seconds: 1 });
    for (const reply of [
      await askCode(thief, theirs()),
      await saveContact(thief, theirs(), "000000", { attempt: newAttempt(service) }),
      await thief.call("POST /api/my-account/close", { accountName: "whoever" }),
    ])
      expect([reply.status, reply.body.code]).toEqual([403, "re-authentication-required"]);
    const guessed = await thief.call("POST /api/my-account/password", {
      current: "guessed-it-1",
      password: newPassword,
    });
    expect(guessed.body.code).toBe("re-authentication-required");
    expect((await thief.call("POST /api/re-authenticate", { password: "guessed-it-2" })).body.code).toBe(
      "password-wrong",
    );
    expect((await askCode(thief, theirs())).body.code).toBe("re-authentication-required");
    expect((await contactsOf(browser)).email?.value).toBe(email);
  });

  it("and with it changes the address, and the owner, who is told, takes it back without signing in", async () => {
    const { browser, email, accountName } = await owner(service);
    const thief = browser.copy();
    service.clock.advanceBy({ minutes: 5, seconds: 1 });
    const proved = await thief.call("POST /api/re-authenticate", { password: goodPassword });
    expect(proved.status).toBe(200);
    thief.csrfToken = proved.body.csrfToken;
    expect((await changeTo(service, thief, theirs())).status).toBe(200);
    const changed = await thief.call("POST /api/my-account/password", { current: goodPassword, password: newPassword });
    expect(changed.status).toBe(200);

    expect((await undo(service.browser(), undoTokenSentTo(service, email))).status).toBe(200);
    expect(await isSignedIn(thief)).toBe(false);
    const { browser: back, code } = await askedBy(service, { accountName, email });
    expect((await check(back, code)).status).toBe(200);
    expect((await back.call("POST /api/reset-password", { password: "Numbat-2026-yz" })).status).toBe(200);
    expect((await signIn(service.browser(), accountName, newPassword)).status).toBe(401);
    expect((await signIn(service.browser(), accountName, "Numbat-2026-yz")).status).toBe(200);
  });

  it("a reset that the thief had opened before it was taken back sets no password any more (I7)", async () => {
    const { browser, email, accountName } = await owner(service);
    await changeTo(service, browser.copy(), theirs());
    const thief = await grantTo(service, accountName, service.browser(), "code");
    service.clock.advanceBy({ seconds: 1 });
    expect((await undo(service.browser(), undoTokenSentTo(service, email))).status).toBe(200);
    const reset = await thief.call("POST /api/reset-password", { password: newPassword });
    expect([reset.status, reset.body.code]).toEqual([409, "reset-grant-missing"]);
    expect((await signIn(service.browser(), accountName, newPassword)).status).toBe(401);
  });
});

describe("where codes of who forgot go while a change may be taken back (T20, M45)", () => {
  it("to the old address and not to the new one, until 72 hours are over; then to the new one alone", async () => {
    const { browser, email, accountName } = await owner(service);
    const evil = theirs();
    await changeTo(service, browser.copy(), evil);
    const sent = service.sent(evil).length;
    service.clock.advanceBy({ hours: 72 });
    const { browser: back, code } = await askedBy(service, { accountName, email });
    expect(service.sent(evil)).toHaveLength(sent);
    expect((await check(back, code)).status).toBe(200);

    service.clock.advanceBy({ minutes: 11, seconds: 1 });
    const olds = service.sent(email).length;
    const { browser: late, code: other } = await askedBy(service, { accountName, email: evil });
    expect(service.sent(email)).toHaveLength(olds);
    expect((await resetTo(other, late)).status).toBe(200);
  });

  it("a mobile that was just added gets none, and one that was just proved neither; the proved mail gets it", async () => {
    const { browser, email, accountName, mobile } = await ownerOfTwoContacts(service);
    await changeTo(service, browser, mobile.typed, { channel: "sms", to: mobile.sms });
    const before = service.sent(mobile.sms).length;
    await ask(service.browser(), accountName);
    await service.jobs({ job: "send-messages" });
    expect(service.sent(mobile.sms)).toHaveLength(before);
    expect(codeSentTo(service, email)).toMatch(/^\d{6}$/);

    const other = await owner(service);
    const added = newMobile();
    await changeTo(service, other.browser, added.typed, { channel: "sms", to: added.sms });
    const had = service.sent(added.sms).length;
    await ask(service.browser(), other.accountName);
    await service.jobs({ job: "send-messages" });
    expect(service.sent(added.sms)).toHaveLength(had);
  });

  it("a code sent to the old address before the change still gets its owner in", async () => {
    const { browser, email, accountName } = await owner(service);
    const { browser: back, code } = await askedBy(service, { accountName, email });
    await changeTo(service, browser.copy(), theirs());
    expect((await resetTo(code, back)).status).toBe(200);
    expect(await isSignedIn(browser)).toBe(false);
  });
});

describe("a thief whose address was on the account for an hour (T20)", () => {
  it("gets no link when the owner puts their own address back by the page, and so no account later", async () => {
    const { browser, email, accountName } = await owner(service);
    const evil = theirs();
    expect((await changeTo(service, browser.copy(), evil)).status).toBe(200);
    service.clock.advanceBy({ hours: 1 });
    // The owner comes back with a new password and their own address, and no trace of the thief.
    const own = service.browser();
    await signIn(own, accountName);
    const changed = await own.call("POST /api/my-account/password", { current: goodPassword, password: ownerPassword });
    own.csrfToken = changed.body.csrfToken;
    expect((await changeTo(service, own, email)).status).toBe(200);
    expect((await contactsOf(own)).email?.value).toBe(email);
    await service.jobs({ job: "send-messages" });

    const mails = service.sent(evil).map(({ text }) => text ?? "");
    const [hasUndo, hasNotMe] = [/contact-undo#/, /not-me#/].map((link) => mails.some((text) => link.test(text)));
    service.clock.advanceBy({ hours: 71, seconds: 1 });
    let undone = 0;
    try {
      undone = (await undo(service.browser(), undoTokenSentTo(service, evil))).status;
    } catch {
      // No link was sent: that is what is wanted.
    }
    let taken = 0;
    if (undone === 200) {
      const { browser: thief, code } = await askedBy(service, { accountName, email: evil });
      await check(thief, code);
      await thief.call("POST /api/reset-password", { password: newPassword });
      taken = (await signIn(service.browser(), accountName, newPassword)).status;
    }
    expect({ hasUndo, hasNotMe, undone, taken }).toEqual({ hasUndo: false, hasNotMe: false, undone: 0, taken: 0 });
  });
});

describe("who is told while a change may be taken back (I5, T20)", () => {
  it("the old address, of everything that is done after the change", async () => {
    const { browser, email, accountName } = await owner(service);
    const evil = theirs();
    await changeTo(service, browser, evil);
    const before = service.sent(email).length;
    const changed = await browser.call("POST /api/my-account/password", {
      current: goodPassword,
      password: newPassword,
    });
    browser.csrfToken = changed.body.csrfToken;
    expect((await browser.call("POST /api/my-account/close", { accountName })).status).toBe(200);
    await service.jobs({ job: "send-messages" });
    const told = service.sent(email).slice(0, service.sent(email).length - before);
    const toThief = service.sent(evil).filter(({ text }) => /not-me#/.test(text ?? ""));
    expect([told.map(({ subject }) => subject), toThief.map(({ subject }) => subject)]).toEqual([
      [expect.any(String), expect.any(String)],
      [],
    ]);
  });
});
