import { afterEach, describe, expect, it } from "vitest";
import { addressKeyOf, dynamoBounces, markBounced } from "../../functions/adapters/bounces.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { solvedCaptcha } from "../service/people.ts";
import { look, open, partsOf, pressNotMe, tokenTo } from "./desk.ts";
import { owner } from "./owner.ts";

const { service, lane } = await startProxiedService();
afterEach(() => lane.mend());

const openCalls = [
  "dynamodb.TransactWriteItems audit+cases+limits+messages+once",
  "ses.SendEmail",
  "ses.SendEmail",
  "dynamodb.UpdateItem messages",
  "dynamodb.UpdateItem messages",
];

describe("what a case costs and shows (SHAPE)", () => {
  it("opening one is one transaction and its two mails; nothing is read", async () => {
    const browser = service.browser();
    const captcha = await solvedCaptcha(browser, "contact-us");
    lane.mend();
    expect((await open(browser, { contact: "first@mail.test", captcha })).status).toBe(200);
    expect(lane.names().toSorted()).toEqual(openCalls.toSorted());
  });

  it("a number nobody has, a wrong code and a right pair are the same calls; so is text that is no number", async () => {
    const { body } = await open(service.browser(), { contact: "second@mail.test" });
    const pairs = [
      body,
      { number: body.number, code: "00000000" },
      { number: "20261121-000000", code: body.code },
      { number: "-", code: "-" },
    ];
    const seen: string[][] = [];
    for (const pair of pairs) {
      lane.mend();
      await look(service.browser(), { number: pair.number, code: pair.code });
      seen.push(lane.names());
    }
    expect(seen).toEqual(pairs.map(() => ["dynamodb.UpdateItem limits", "dynamodb.BatchGetItem cases"]));
  });

  it("a link that is none costs no call at all; one that is, takes away before anything else is written", async () => {
    const { userId } = await owner(service);
    const token = await tokenTo(service, userId);
    lane.mend();
    await pressNotMe(service.browser(), `${token}x`);
    expect(lane.names()).toEqual([]);
    expect((await pressNotMe(service.browser(), token)).status).toBe(200);
    expect(lane.names().slice(0, 5)).toEqual([
      "dynamodb.BatchGetItem accounts+once",
      "dynamodb.TransactWriteItems accounts+audit+cases+logouts+messages+once",
      "dynamodb.BatchGetItem accounts",
      "cognito.AdminDisableUser",
      "dynamodb.UpdateItem accounts",
    ]);
  });
});

describe("an address that bounced (T48)", () => {
  it("gets no mail, the case is opened and says so; once it is proved anew it gets one", async () => {
    const { dynamo, keys, clock } = partsOf(service);
    const contact = "Bounced@mail.test";
    await markBounced(dynamo, clock, await addressKeyOf(keys, contact));
    expect((await open(service.browser(), { contact })).body.mailed).toBe(false);
    expect(service.sent(contact)).toEqual([]);
    await dynamoBounces({ dynamo, keys }).forget(contact);
    expect((await open(service.browser(), { contact })).body.mailed).toBe(true);
  });
});

describe("the store is away (T47)", () => {
  it.each(["before", "cut"] as const)(
    "%s: 503 and nothing is sent; the same captcha opens the case later",
    async (mode) => {
      const browser = service.browser();
      const captcha = await solvedCaptcha(browser, "contact-us");
      const contact = `${mode}@mail.test`;
      lane.fault({ mode, at: ({ service: name }) => name === "dynamodb", nth: "every" });
      expect(await open(browser, { contact, captcha })).toMatchObject({
        status: 503,
        body: { code: "try-again-later" },
      });
      expect((await look(browser, { number: "x", code: "y" })).status).toBe(503);
      lane.mend();
      expect(service.sent(contact)).toEqual([]);
      expect((await open(browser, { contact, captcha })).status).toBe(200);
    },
  );

  it("the post is away: the case stands, and its mails come with the sweep", async () => {
    const contact = "later@mail.test";
    lane.fault({ mode: "before", at: "ses.SendEmail", nth: "every" });
    const { status, body } = await open(service.browser(), { contact });
    expect([status, body.mailed, service.sent(contact).length]).toEqual([200, true, 0]);
    lane.mend();
    service.clock.advanceBy({ minutes: 16 });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(contact)[0]?.text).toContain(body.code);
  });
});
