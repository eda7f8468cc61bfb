import { beforeEach, describe, expect, it } from "vitest";
import { type MailHappening, mailHappenings } from "../../functions/jobs/mail-event.ts";
import { rowsBehind } from "../faults/rows.ts";
import type { Browser } from "../service/browser.ts";
import { apply, codeSentTo, enrol, withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { serviceOver, startParts } from "../service/service.ts";
import { ask } from "../verify-code/forgetful.ts";
import { recordOf, written } from "./written.ts";

const parts = await startParts();
const service = await serviceOver(parts);
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const hear = (messageId: string, happened: MailHappening) => service.jobs({ job: "mail-event", messageId, happened });
const row = async (messageId: string) => (await rows.all("messages")).find((one) => one.messageId === messageId);
const marks = async () => (await rows.all("messages")).filter(({ messageId }) => `${messageId}`.startsWith("bounced#"));

let people = 0;
let email: string;
let mobile: string;
beforeEach(() => {
  people += 1;
  email = `Reader${people}@mail.test`;
  mobile = `+8869${String(people).padStart(8, "0")}`;
});

/** A mail that SES has accepted. */
async function accepted(to: { email?: string; mobile?: string } = { email }) {
  const message = await written(service, to);
  await service.jobs({ Records: [recordOf(message)] });
  return message;
}

/** Somebody who applies with these contacts, about to have codes sent. */
async function applicant(contacts: { email?: string; mobile?: string }): Promise<Browser> {
  const [person] = await enrol(service);
  const browser = service.browser();
  await apply.identity(browser, person!);
  await apply.consent(browser);
  await apply.account(browser, { accountName: `mailevent${people}`, ...contacts });
  return browser;
}
const delivery = async (browser: Browser) => (await browser.call("GET /api/verify-code/delivery")).body;
const states = async (browser: Browser) =>
  (await delivery(browser)).sentTo.map(({ state }: { state: string }) => state);

describe("what SES tells of a mail (T48)", () => {
  it.each([
    ["delivered", ["delivered"]],
    ["delivered", ["delivered", "delivered"]],
    ["bounced", ["bounced"]],
    ["bounced", ["bounced-for-good", "bounced-for-good"]],
    ["bounced", ["delivered", "bounced"]],
    ["bounced", ["bounced", "delivered"]],
    ["bounced", ["delivered", "bounced-for-good", "delivered", "bounced"]],
    ["bounced", ["bounced", "rejected"]],
    ["rejected", ["rejected", "delivered", "bounced"]],
    ["delivered", ["complained"]],
    ["delivered", ["complained", "delivered"]],
  ] as [string, MailHappening[]][])("%s is what stands after %j", async (outcome, events) => {
    const { messageId } = await accepted();
    for (const happened of events) expect(await hear(messageId, happened)).toEqual({ booked: true });
    expect(await row(messageId)).toMatchObject({ mailOutcome: outcome, states: { email: "accepted" } });
  });

  it("the same outcome stands when all of it is told at once, twice", async () => {
    const { messageId } = await accepted();
    const events = ["delivered", "bounced-for-good", "complained"] as const;
    await Promise.all([...events, ...events].map((happened) => hear(messageId, happened)));
    expect(await row(messageId)).toMatchObject({ mailOutcome: "bounced" });
    expect(await marks()).toHaveLength(new Set((await marks()).map(({ messageId: mark }) => mark)).size);
  });

  it("an event that is faster than the booking of accepted is not lost by it", async () => {
    const message = await written(service, { email });
    await hear(message.messageId, "bounced-for-good");
    await service.jobs({ Records: [recordOf(message)] });
    expect(await row(message.messageId)).toMatchObject({ mailOutcome: "bounced" });
  });

  it("a message that is not ours changes nothing", async () => {
    const before = await allRows(service.prefix);
    for (const happened of mailHappenings) expect(await hear("nobody-s", happened)).toEqual({ booked: false });
    expect(await allRows(service.prefix)).toEqual(before);
  });

  it.each([
    { job: "mail-event", messageId: "bounced#x", happened: "delivered" },
    { job: "mail-event", messageId: "", happened: "delivered" },
    { job: "mail-event", messageId: "x".repeat(65), happened: "delivered" },
    { job: "mail-event", messageId: "x", happened: "opened" },
    { job: "mail-event" },
    { job: "forget-bounce", email: "x".repeat(255) },
  ])("%j is an error", async (event) => {
    await expect(service.jobs(event)).rejects.toThrow();
  });
});

describe("an address that bounced for good or complained", () => {
  it.each(["bounced-for-good", "complained"] as const)(
    "%s: gets no mail any more, in any letter case; the SMS goes",
    async (why) => {
      const { messageId } = await accepted();
      await hear(messageId, why);
      const next = await accepted({ email: email.toLowerCase(), mobile });
      expect([service.sent(email).length, service.sent(email.toLowerCase()).length]).toEqual([1, 0]);
      expect(service.sent(mobile)).toHaveLength(1);
      expect(await row(next.messageId)).toMatchObject({ states: { email: "failed", sms: "accepted" } });
    },
  );

  it.each(["bounced", "rejected", "delivered"] as const)("%s: goes on to get mail", async (happened) => {
    const { messageId } = await accepted();
    await hear(messageId, happened);
    await accepted();
    expect(service.sent(email)).toHaveLength(2);
  });

  it("stays so for ever: no row of it has a time to live, and none names it (I4)", async () => {
    const { messageId } = await accepted();
    const known = new Set((await marks()).map(({ messageId: mark }) => mark));
    await hear(messageId, "bounced-for-good");
    const [mark, ...more] = (await marks()).filter((one) => !known.has(one.messageId));
    expect(more).toEqual([]);
    expect(Object.keys(mark ?? {}).toSorted()).toEqual(["bouncedAt", "messageId"]);
    expect((await allRows(service.prefix)).join().toLowerCase()).not.toContain(email.toLowerCase());
  });

  it("is written to again when the help desk says so", async () => {
    const { messageId } = await accepted();
    await hear(messageId, "bounced-for-good");
    await service.jobs({ job: "forget-bounce", email: email.toUpperCase() });
    await service.jobs({ job: "forget-bounce", email: email.toUpperCase() });
    await accepted();
    expect(service.sent(email)).toHaveLength(2);
  });

  it("who applies with it is told so, and gets the SMS; with nothing else, no code at all", async () => {
    await hear((await accepted()).messageId, "bounced-for-good");
    const both = await applicant({ email, mobile: `0${mobile.slice(4)}` });
    expect((await apply.send(both)).body.sentTo.map(({ state }) => state)).toEqual(["not-sent", "accepted"]);
    expect(await states(both)).toEqual(["not-sent", "accepted"]);
    people += 1;
    const one = await applicant({ email });
    const { status, body } = await apply.send(one);
    expect([status, body.sentTo.map(({ state }) => state)]).toEqual([200, ["not-sent"]]);
    expect(service.sent(email)).toHaveLength(1);
  });

  it("who forgot the password of its account is answered as ever, and no mail goes (T04)", async () => {
    const { accountName, email: proved } = await withAccount(service);
    const before = service.sent(proved).length;
    await hear((await accepted({ email: proved })).messageId, "bounced-for-good");
    service.clock.advanceBy({ seconds: 61 });
    const [marked, nobody] = [service.browser(), service.browser()];
    const [answer, other] = [await ask(marked, accountName), await ask(nobody, "nobody.has.this")];
    expect([answer.status, answer.body]).toEqual([200, other.body]);
    service.clock.advanceBy({ seconds: 1 });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(proved)).toHaveLength(before + 1);
  });

  it("is written to again after its owner proved it with a code that was on its way", async () => {
    const browser = await applicant({ email });
    await apply.send(browser);
    const code = codeSentTo(service, email);
    await hear((await accepted()).messageId, "bounced-for-good");
    expect((await apply.check(browser, code)).body).toMatchObject({ verified: true });
    await accepted();
    expect(service.sent(email)).toHaveLength(3);
  });
});

describe("what became of the last code (T48)", () => {
  it("is shown with masked contacts to the browser whose application it is, and moves on with what SES tells", async () => {
    const browser = await applicant({ email, mobile: `0${mobile.slice(4)}` });
    expect(await delivery(browser)).toEqual({ sentTo: [] });
    await apply.send(browser);
    const { sentTo } = await delivery(browser);
    expect(sentTo).toMatchObject([
      { channel: "email", state: "accepted" },
      { channel: "sms", state: "accepted" },
    ]);
    expect(JSON.stringify(sentTo)).not.toMatch(new RegExp(`${email}|${mobile.slice(4)}`));
    const sent = (await rows.all("challenges")).map(({ messageId }) => `${messageId}`);
    const last = sent.at(-1);
    for (const messageId of sent) await hear(messageId, "delivered");
    expect(last).toBeDefined();
    expect(await states(browser)).toEqual(["delivered", "accepted"]);
  });

  it("is that of the code sent last, and none after the contacts were changed", async () => {
    const browser = await applicant({ email });
    await apply.send(browser);
    for (const { messageId } of await rows.all("challenges")) await hear(`${messageId}`, "delivered");
    expect(await states(browser)).toEqual(["delivered"]);
    service.clock.advanceBy({ seconds: 61 });
    await apply.send(browser);
    expect(await states(browser)).toEqual(["accepted"]);
    await apply.account(browser, { accountName: `mailevent${people}`, email: `other${people}@mail.test` });
    expect(await delivery(browser)).toEqual({ sentTo: [] });
  });

  it("is told to no other browser", async () => {
    const browser = await applicant({ email });
    await apply.send(browser);
    const { status, body } = await service.browser().call("GET /api/verify-code/delivery");
    expect([status, body.code]).toEqual([409, "registration-missing"]);
  });
});

describe("on one machine the outbox tells", () => {
  it.each([
    ["bounce@", "bounced"],
    ["reject@", "rejected"],
    ["arrives@", "delivered"],
  ])("a mail to %s… is %s", async (start, outcome) => {
    const heard: Promise<unknown>[] = [];
    parts.aws.outbox?.hearOfMails((event) => heard.push(service.jobs(event)));
    const { messageId } = await accepted({ email: `${start}machine${people}.test`, mobile });
    parts.aws.outbox?.hearOfMails(() => undefined);
    expect(await Promise.all(heard)).toEqual([{ booked: true }]);
    expect(await row(messageId)).toMatchObject({ mailOutcome: outcome });
  });
});
