import { describe, expect, it } from "vitest";
import { newPassword } from "../../reset-password/holder.ts";
import { goodPassword, signIn } from "../../service/people.ts";
import { startService } from "../../service/service.ts";
import { askedBy, check } from "../../verify-code/forgetful.ts";
import { changeTo, contactsOf, owner, undo, undoTokenSentTo } from "../owner.ts";

const service = await startService();
const theirs = () => `thief${service.random(5)}@evil.test`;
const ownerPassword = "Numbat-2026-yz";

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
