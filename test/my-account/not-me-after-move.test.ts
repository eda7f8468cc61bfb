import { afterEach, describe, expect, it } from "vitest";
import { deskMail, pressNotMe, tokenTo } from "../contact-us/desk.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, isSignedIn } from "../reset-password/holder.ts";
import { publicOwner, signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { ask, askedBy, check } from "../verify-code/forgetful.ts";
import { expectAddresses, ownerOf } from "./addresses.ts";
import {
  changeTo,
  contactsOf,
  eventsOf,
  newMobile,
  notMeTokenSentTo,
  owner,
  signedIn,
  undo,
  undoTokenSentTo,
} from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const ownerPassword = "Numbat-2026-yz!";
const sweep = () => service.jobs({ job: "disable-idle" });
const theirs = () => `evil${service.random(5)}@evil.test`;

afterEach(() => expectAddresses(rows));

/** Who moved to an address of a thief with session and password a moment ago. `typed`: the account as owner and thief type it. */
const moved = {
  async "a pupil"() {
    const [who, evil] = [await owner(service), theirs()];
    expect((await changeTo(service, who.browser, evil)).status).toBe(200);
    return { ...who, evil, typed: [who.accountName, who.accountName] as const };
  },
  async "其他 (M20)"() {
    const [who, evil] = [await publicOwner(service), theirs()];
    expect((await changeTo(service, who.browser, evil)).status).toBe(200);
    return { ...who, evil, typed: [who.email, evil] as const };
  },
};

/** What was done to contacts and by 不是我, in one order: at one moment there is none. */
async function doneTo(userId: string) {
  const events = (await eventsOf(rows, userId)).map(String);
  return events.filter((event) => /^contact\.|frozen$/.test(event)).toSorted();
}

/** How many mails an address gets when somebody asks to enable this account. */
async function codesTo(address: string, typed: string): Promise<number> {
  const before = service.sent(address).length;
  await ask(service.browser(), typed, "activate");
  await service.jobs({ job: "send-messages" });
  return service.sent(address).length - before;
}

/** 啟用帳號 by the code that went to this address, and the contacts as they are then. */
async function backBy(email: string, typed: string) {
  const { browser, code } = await askedBy(service, { accountName: typed, email }, "activate");
  expect((await check(browser, code, "activate")).status).toBe(200);
  expect((await browser.call("POST /api/activate", { password: ownerPassword })).status).toBe(200);
  return contactsOf(await signedIn(service, typed, ownerPassword));
}

describe.each(["a pupil", "其他 (M20)"] as const)("不是我 after a thief moved the contact of %s (T20, I7)", (kind) => {
  it("the thief gets no code, not even when the 72 hours of the change are over; the owner does", async () => {
    const { email, evil, browser, typed, userId } = await moved[kind]();
    expect((await pressNotMe(service.browser(), notMeTokenSentTo(service, email))).status).toBe(200);
    expect(await isSignedIn(browser)).toBe(false);
    await sweep();
    service.clock.advanceBy({ hours: 72, seconds: 5 });
    await sweep();
    expect(await codesTo(evil, typed[1])).toBe(0);
    service.clock.advanceBy({ minutes: 11 });
    expect((await backBy(email, typed[0])).email).toEqual({ value: email, proved: true });
    expect(await doneTo(userId)).toEqual(["account.frozen", "contact.changed", "contact.restored"]);
  });

  it("tells the owner that it is frozen, and gives the service desk the owner's contact; nothing goes to the thief", async () => {
    const { email, evil } = await moved[kind]();
    const [before, toThief] = [service.sent(email).length, service.sent(evil).length];
    const { body } = await pressNotMe(service.browser(), notMeTokenSentTo(service, email));
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(before + 1);
    expect(service.sent(email)[0]?.subject).toContain("已凍結");
    expect(service.sent(evil)).toHaveLength(toThief);
    const desk = service.sent(deskMail).find(({ text }) => text?.includes(body.number));
    expect(desk?.text).toContain(email);
    expect(desk?.text).not.toContain("@evil.test");
  });

  it("pressed again, or by another link, gives the same case and takes nothing back a second time", async () => {
    const { email, userId } = await moved[kind]();
    const token = notMeTokenSentTo(service, email);
    const other = await tokenTo(service, userId);
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, tab) => pressNotMe(service.browser(), tab % 2 === 0 ? token : other)),
    );
    expect(replies.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    const { status, body } = await pressNotMe(service.browser(), token);
    expect(status).toBe(200);
    for (const reply of replies) if (reply.status === 200) expect(reply.body).toEqual(body);
    expect(await doneTo(userId)).toEqual(["account.frozen", "contact.changed", "contact.restored"]);
    expect((await rows.all("cases")).filter((row) => row.userId === userId)).toHaveLength(1);
    // The change is taken back: its own link is worth nothing any more.
    expect((await undo(service.browser(), undoTokenSentTo(service, email))).body.code).toBe("contact-undo-link");
  });
});

describe("which changes 不是我 takes back (T20)", () => {
  it("all that may be, by the link of an older notice as well: of both channels, back to the first", async () => {
    const who = await publicOwner(service);
    // As the notice of the sign-in a day before has it.
    const older = await tokenTo(service, who.userId);
    service.clock.advanceBy({ days: 1 });
    await signIn(who.browser, who.email);
    const [evil, last, mobile] = [theirs(), theirs(), newMobile()];
    expect((await changeTo(service, who.browser, evil)).status).toBe(200);
    const added = await changeTo(service, who.browser, mobile.typed, { channel: "sms", to: mobile.sms });
    expect(added.status).toBe(200);
    service.clock.advanceBy({ minutes: 2 });
    expect((await changeTo(service, who.browser, last)).status).toBe(200);
    expect((await pressNotMe(service.browser(), older)).status).toBe(200);
    const owners = [await ownerOf(rows, who.email), await ownerOf(rows, evil), await ownerOf(rows, last)];
    expect(owners).toEqual([who.userId, undefined, undefined]);
    expect((await accountIn(rows, who.userId)).priorContacts).toEqual([]);
    expect(await backBy(who.email, who.email)).toEqual({
      email: { value: who.email, proved: true },
      mobile: undefined,
    });
  });

  it("72 h are good, and a second more is not: what stands for good stays (CLOCK)", async () => {
    const [first, second] = [await moved["a pupil"](), await moved["a pupil"]()];
    service.clock.advanceBy({ hours: 72 });
    expect((await pressNotMe(service.browser(), await tokenTo(service, first.userId))).status).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    expect((await pressNotMe(service.browser(), await tokenTo(service, second.userId))).status).toBe(200);
    expect(await doneTo(first.userId)).toEqual(["account.frozen", "contact.changed", "contact.restored"]);
    expect(await doneTo(second.userId)).toEqual(["account.frozen", "contact.changed"]);
    expect((await backBy(second.evil, second.accountName)).email?.value).toBe(second.evil);
  });

  it("none by a link that was used: an owner who came back and changed their address keeps it", async () => {
    const { email, accountName, userId } = await moved["a pupil"]();
    const token = notMeTokenSentTo(service, email);
    await pressNotMe(service.browser(), token);
    service.clock.advanceBy({ minutes: 11 });
    await backBy(email, accountName);
    const back = await signedIn(service, accountName, ownerPassword);
    const value = `n${service.random(5)}@new.test`;
    service.clock.advanceBy({ minutes: 2 });
    expect((await changeTo(service, back, value)).status).toBe(200);
    const again = await pressNotMe(service.browser(), token);
    expect([again.status, again.body.code]).toEqual([422, "not-me-link"]);
    expect((await contactsOf(back)).email?.value).toBe(value);
    expect((await accountIn(rows, userId)).status).toBe("ACTIVE");
  });

  it("also where the thief closed the account besides: it is not erased, and the owner has it back", async () => {
    const { browser, email, evil, accountName, userId } = await moved["a pupil"]();
    expect((await browser.call("POST /api/my-account/close", { accountName })).status).toBe(200);
    expect((await pressNotMe(service.browser(), notMeTokenSentTo(service, email))).status).toBe(200);
    service.clock.advanceBy({ hours: 72, seconds: 5 });
    await sweep();
    expect((await accountIn(rows, userId)).closeAt).toBeUndefined();
    expect(await codesTo(evil, accountName)).toBe(0);
    service.clock.advanceBy({ minutes: 11 });
    expect((await backBy(email, accountName)).email?.value).toBe(email);
  });
});
