import { describe, expect, it } from "vitest";
import { routes } from "../../functions/contract/routes.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, isSignedIn, keptIn } from "../reset-password/holder.ts";
import { signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { auditOf, changeTo, contactsOf, newMobile, owner, signedIn, undo, undoTokenSentTo } from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const address = () => `n${service.random(5)}@new.test`;
const refused = { status: 422, body: { code: "contact-undo-link" } };

/** Somebody whose address was changed a moment ago, with the link that the old one got. */
async function changed() {
  const who = await owner(service);
  const value = address();
  await changeTo(service, who.browser, value);
  return { ...who, value, token: undoTokenSentTo(service, who.email) };
}

/** The address as it is now, read in a new session. */
async function emailOf(accountName: string) {
  return (await contactsOf(await signedIn(service, accountName))).email;
}

describe("taking a change of contact back (T20)", () => {
  it("without signing in: the old contact is back as it was, every session is dead, one audit record", async () => {
    const { browser, email, token, accountName, userId } = await changed();
    const elsewhere = await signedIn(service, accountName);
    const reply = await undo(service.browser(), token);
    const masked = `${email[0]}***@mail.test`;
    expect([reply.status, reply.body]).toEqual([200, { account: `${accountName}@account.test`, masked }]);
    expect([await isSignedIn(browser), await isSignedIn(elsewhere)]).toEqual([false, false]);
    expect(await emailOf(accountName)).toEqual({ value: email, proved: true });
    const restored = (await auditOf(rows, userId)).filter(({ event }) => event === "contact.restored");
    expect(restored).toMatchObject([{ channels: ["email"] }]);
    expect(JSON.stringify(restored)).not.toContain("@");
    expect((await accountIn(rows, userId)).priorContacts).toEqual([]);
  });

  it("the contact that goes is told, in words without a link to undo or to freeze with", async () => {
    const { value, token } = await changed();
    const before = service.sent(value).length;
    await undo(service.browser(), token);
    expect(service.sent(value)).toHaveLength(before + 1);
    expect(service.sent(value)[0]?.text).not.toMatch(/http|小時內可以復原/);
  });

  it("works once (REPLAY), and of twenty presses at once one does (RACE)", async () => {
    const { token, userId } = await changed();
    const replies = await Promise.all(Array.from({ length: 20 }, () => undo(service.browser(), token)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await undo(service.browser(), token)).toMatchObject(refused);
    expect((await auditOf(rows, userId)).filter(({ event }) => event === "contact.restored")).toHaveLength(1);
  });

  it("72 h are good and a second more is not; nothing of the old contact stays in the row after a day's jobs (CLOCK)", async () => {
    const [first, second] = [await changed(), await changed()];
    service.clock.advanceBy({ hours: 72 });
    await service.jobs({ job: "disable-idle" });
    expect((await undo(service.browser(), first.token)).status).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    expect(await undo(service.browser(), second.token)).toMatchObject(refused);
    expect((await accountIn(rows, second.userId)).priorContacts).toHaveLength(1);
    service.clock.advanceBy({ hours: 1 });
    await service.jobs({ job: "disable-idle" });
    const { priorContacts, status, dueAt, createdAt } = await accountIn(rows, second.userId);
    expect([priorContacts, status]).toEqual([undefined, "ACTIVE"]);
    expect(Number(dueAt)).toBe(Date.parse(String(createdAt)) + 335 * 86_400_000);
    expect(await emailOf(second.accountName)).toEqual({ value: second.value, proved: true });
  });

  it("a made up link, a changed one, and one of another purpose are none", async () => {
    const { token, value, email } = await changed();
    const notMe = /not-me#(\S+)/.exec(service.sent(email)[0]?.text ?? "")?.[1] ?? "";
    expect(notMe).not.toBe("");
    for (const made of ["x", token.slice(0, -2), notMe])
      expect(await undo(service.browser(), made)).toMatchObject(refused);
    expect(service.sent(value)).toHaveLength(1);
  });

  it("opening the page changes nothing, and there is no GET for a mail scanner to try (T22)", async () => {
    const { token } = await changed();
    const before = await keptIn(rows);
    const page = (route: string) => route.startsWith("GET ") && route.includes("contact-undo");
    expect(Object.keys(routes).filter(page)).toEqual([]);
    const forged = { headers: { origin: "https://evil.example", "content-type": "application/json" } };
    const reply = await service.browser().call("POST /api/contact-undo", { token }, forged);
    expect([reply.status, reply.body.code]).toEqual([403, "wrong-origin"]);
    expect(await keptIn(rows)).toEqual(before);
    expect((await undo(service.browser(), token)).status).toBe(200);
  });
});

describe("which of several changes a link takes back", () => {
  /** A → B → C, two minutes after the other, with both links: A got both of them, and B, which may be a thief's, none. */
  async function twice() {
    const who = await changed();
    service.clock.advanceBy({ minutes: 2 });
    const last = address();
    await changeTo(service, who.browser, last);
    return { ...who, last, second: undoTokenSentTo(service, who.email) };
  }

  it("the later change's own link puts back what was just before it, and the first link still the first", async () => {
    const { second, token, value, email, accountName } = await twice();
    expect((await undo(service.browser(), second)).status).toBe(200);
    expect(await emailOf(accountName)).toEqual({ value, proved: true });
    expect((await undo(service.browser(), token)).status).toBe(200);
    expect(await emailOf(accountName)).toEqual({ value: email, proved: true });
  });

  it("the first link puts back the first contact over a later change, whose own link is worth nothing then", async () => {
    const { second, token, email, accountName } = await twice();
    expect((await undo(service.browser(), token)).status).toBe(200);
    expect(await emailOf(accountName)).toEqual({ value: email, proved: true });
    expect(await undo(service.browser(), second)).toMatchObject(refused);
    expect(await emailOf(accountName)).toEqual({ value: email, proved: true });
  });

  it("the first contact hears of the later change too, since it may still take it back", async () => {
    const { email, last } = await twice();
    expect(service.sent(email)[0]?.text).toContain(`${last[0]}***@new.test`);
  });

  it("both links pressed at once end at the first contact or at the second, never at the last (RACE)", async () => {
    const { second, token, email, accountName } = await twice();
    const press = async (link: string) => {
      const reply = await undo(service.browser(), link);
      return reply.status === 503 ? undo(service.browser(), link) : reply;
    };
    const [byFirst] = await Promise.all([press(token), press(second)]);
    expect(byFirst.status).toBe(200);
    expect(await emailOf(accountName)).toEqual({ value: email, proved: true });
  });

  it("a mobile that was added is gone again; one added after a changed address goes with it", async () => {
    const { browser, token, email, accountName, userId } = await changed();
    const mobile = newMobile();
    await changeTo(service, browser, mobile.typed, { channel: "sms", to: mobile.sms });
    expect((await contactsOf(browser)).mobile).toBeDefined();
    const reply = await undo(service.browser(), token);
    expect(reply.status).toBe(200);
    expect(await contactsOf(await signedIn(service, accountName))).toEqual({
      email: { value: email, proved: true },
      mobile: undefined,
    });
    const restored = (await auditOf(rows, userId)).find(({ event }) => event === "contact.restored");
    expect(restored?.channels).toEqual(["email", "sms"]);
  });

  it("a change and a link to undo at the same moment: the old contact is there, or comes back when asked again (RACE)", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { browser, token, email, accountName } = await changed();
      const mobile = newMobile();
      const [, undone] = await Promise.all([
        changeTo(service, browser, mobile.typed, { channel: "sms", to: mobile.sms }).catch(() => undefined),
        undo(service.browser(), token),
      ]);
      if (undone.status !== 200) {
        expect(undone.body.code).toBe("try-again-later");
        expect((await undo(service.browser(), token)).status).toBe(200);
      }
      expect(await contactsOf(await signedIn(service, accountName))).toEqual({
        email: { value: email, proved: true },
        mobile: undefined,
      });
      service.clock.advanceBy({ minutes: 6 });
    }
  });
});

it("a link of somebody whose account is closed meanwhile still brings the contact back (T20)", async () => {
  const { browser, token, email, accountName, userId } = await changed();
  expect((await browser.call("POST /api/my-account/close", { accountName })).status).toBe(200);
  expect((await undo(service.browser(), token)).status).toBe(200);
  expect((await accountIn(rows, userId)).status).toBe("DISABLED");
  expect((await signIn(service.browser(), accountName)).status).toBe(401);
  expect(service.sent(email).length).toBeGreaterThan(0);
});
