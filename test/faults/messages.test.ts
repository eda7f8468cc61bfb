import { afterEach, describe, expect, it } from "vitest";
import { apply, codeSentTo, enrol } from "../service/people.ts";
import { startProxiedService } from "./proxied-service.ts";
import { rowsBehind } from "./rows.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
afterEach(() => lane.mend());

let people = 0;
/** Somebody whose next press sends the codes. */
async function aboutToBeSentCodes() {
  const [person] = await enrol(service);
  const browser = service.browser();
  people += 1;
  const accountName = `waiting${people}`;
  const to = { email: `${accountName}@mail.test`, mobile: `09${String(people).padStart(5, "0")}000` };
  await apply.identity(browser, person!);
  await apply.consent(browser);
  await apply.account(browser, { accountName, ...to });
  return { browser, email: to.email, mobile: `+886${to.mobile.slice(1)}` };
}

const sweep = () => service.jobs({ job: "send-messages" });
const texts = (to: string) => service.sent(to).map(({ text }) => text);
const sends = () => lane.names().filter((name) => name === "ses.SendEmail" || name === "sns.Publish");
const down = (at: "ses.SendEmail" | "sns.Publish") => lane.fault({ mode: "before", at, nth: "every" });

describe("a way out is down (S3, S4, T48)", () => {
  it("SES down: the SMS goes at once, the mail with the sweep a minute later, and its code is right", async () => {
    const { browser, email, mobile } = await aboutToBeSentCodes();
    down("ses.SendEmail");
    const { status, body } = await apply.send(browser);
    expect(status).toBe(200);
    expect(body.sentTo).toMatchObject([
      { channel: "email", state: "waiting" },
      { channel: "sms", state: "accepted" },
    ]);
    expect([texts(email).length, texts(mobile).length]).toEqual([0, 1]);
    lane.mend();
    service.clock.advanceBy({ seconds: 61 });
    expect(await sweep()).toEqual({ taken: 1 });
    expect([texts(email).length, texts(mobile).length]).toEqual([1, 1]);
    expect((await apply.check(browser, codeSentTo(service, email))).body).toEqual({ verified: true, channel: "email" });
  });

  it("SNS down: the mail goes at once, the SMS with the sweep, and its code is right", async () => {
    const { browser, email, mobile } = await aboutToBeSentCodes();
    down("sns.Publish");
    expect((await apply.send(browser)).body.sentTo).toMatchObject([{ state: "accepted" }, { state: "waiting" }]);
    lane.mend();
    service.clock.advanceBy({ seconds: 61 });
    await sweep();
    expect([texts(email).length, texts(mobile).length]).toEqual([1, 1]);
    expect((await apply.check(browser, codeSentTo(service, mobile))).body).toEqual({ verified: true, channel: "sms" });
  });

  it("both down: no error, both come later; asked for again before that, the code is the same (S2, F3)", async () => {
    const { browser, email, mobile } = await aboutToBeSentCodes();
    const outages = [down("ses.SendEmail"), down("sns.Publish")];
    expect((await apply.send(browser)).status).toBe(200);
    expect(outages.map((outage) => outage.struck())).toEqual([3, 3]);
    lane.mend();
    service.clock.advanceBy({ seconds: 61 });
    expect((await apply.send(browser)).status).toBe(200);
    await sweep();
    for (const to of [email, mobile]) {
      expect(texts(to)).toHaveLength(2);
      expect(new Set(texts(to)).size).toBe(1);
    }
  });

  /** Two hours of sweeps, a minute apart; gives how many mails were tried. */
  async function sweepForLong(): Promise<number> {
    const before = lane.calls.length;
    for (let minutes = 1; minutes <= 128; minutes += 1) {
      service.clock.advanceBy({ minutes: 1 });
      await sweep();
    }
    const mails = lane.calls.slice(before).filter(({ name }) => name === "ses.SendEmail");
    return new Set(mails.map(({ command }) => command)).size;
  }

  const failedMails = async () =>
    (await rows.all("messages")).filter(({ states }) => (states as { email?: string }).email === "failed");

  it("down for good, a code: tried with growing gaps while it lives, never after, and nothing of it is kept (I4)", async () => {
    const { browser } = await aboutToBeSentCodes();
    down("ses.SendEmail");
    await apply.send(browser);
    expect(await sweepForLong()).toBe(3);
    const [failed, ...more] = await failedMails();
    expect(more).toEqual([]);
    expect(failed).toMatchObject({ states: { email: "failed", sms: "accepted" } });
    expect(Object.keys(failed!).toSorted()).toEqual(["attempts", "cleanAt", "messageId", "states"]);
  });

  it("down for good, the welcome: five sweeps with growing gaps, then booked as failed; the account is there (S9)", async () => {
    const known = (await failedMails()).length;
    const { browser, email } = await aboutToBeSentCodes();
    lane.mend();
    await apply.send(browser);
    await apply.check(browser, codeSentTo(service, email));
    down("ses.SendEmail");
    expect((await apply.complete(browser)).body.step).toBe("done");
    expect(await sweepForLong()).toBe(5);
    expect(await failedMails()).toHaveLength(known + 1);
  });
});

describe("the sweep (S3, T46)", () => {
  it("takes nothing that is being sent right now", async () => {
    const { browser, email } = await aboutToBeSentCodes();
    const meanwhile = async () => expect(await sweep()).toEqual({ taken: 0 });
    lane.fault({ mode: "meanwhile", at: "ses.SendEmail", act: meanwhile });
    await apply.send(browser);
    expect(texts(email)).toHaveLength(1);
  });

  it("sends a message once when two sweeps run at once", async () => {
    const { browser, email, mobile } = await aboutToBeSentCodes();
    lane.fault({ mode: "crash", at: "dynamodb.TransactWriteItems challenges+flows+limits+messages" });
    await apply.send(browser);
    lane.mend();
    service.clock.advanceBy({ seconds: 61 });
    await Promise.all([sweep(), sweep(), sweep()]);
    expect([texts(email).length, texts(mobile).length]).toEqual([1, 1]);
  });

  it("that crashes after it took a message leaves it to the next one, a minute later", async () => {
    const { browser, email } = await aboutToBeSentCodes();
    lane.fault({ mode: "crash", at: "dynamodb.TransactWriteItems challenges+flows+limits+messages" });
    await apply.send(browser);
    lane.mend();
    service.clock.advanceBy({ seconds: 61 });
    lane.fault({ mode: "crash", at: "dynamodb.UpdateItem messages" });
    await sweep().catch(() => undefined);
    lane.mend();
    expect(await sweep()).toEqual({ taken: 0 });
    expect(texts(email)).toHaveLength(0);
    service.clock.advanceBy({ seconds: 61 });
    expect(await sweep()).toEqual({ taken: 1 });
    expect(texts(email)).toHaveLength(1);
  });

  it("sends again, with the same words, what was sent but could not be booked (F3)", async () => {
    const { browser, email, mobile } = await aboutToBeSentCodes();
    lane.fault({ mode: "before", at: "dynamodb.UpdateItem messages" });
    expect((await apply.send(browser)).status).toBe(200);
    lane.mend();
    service.clock.advanceBy({ seconds: 61 });
    await sweep();
    for (const to of [email, mobile]) {
      expect(texts(to)).toHaveLength(2);
      expect(new Set(texts(to)).size).toBe(1);
    }
    service.clock.advanceBy({ hours: 3 });
    lane.mend();
    await sweep();
    expect(sends()).toEqual([]);
  });

  it("is not stopped by a message that cannot be opened", async () => {
    const waiting = [await aboutToBeSentCodes(), await aboutToBeSentCodes(), await aboutToBeSentCodes()];
    for (const { browser } of waiting) {
      lane.fault({ mode: "crash", at: "dynamodb.TransactWriteItems challenges+flows+limits+messages" });
      await apply.send(browser);
      lane.mend();
    }
    const [broken] = (await rows.all("messages"))
      .filter(({ dueShard }) => dueShard !== undefined)
      .toSorted((a, b) => String(a.dueShard).localeCompare(String(b.dueShard)));
    await rows.put("messages", { ...broken, message: "not ours" });
    service.clock.advanceBy({ seconds: 61 });
    await expect(sweep()).rejects.toThrow("1 of what was due could not be done");
    const reached = waiting.filter(({ email }) => texts(email).length === 1);
    expect(reached).toHaveLength(2);
  });
});
