import { afterEach, describe, expect, it } from "vitest";
import { ask } from "../forgot-account/asking.ts";
import { grantCookie, reset, userIdOf } from "../reset-password/holder.ts";
import { sendPersonalData } from "../reset-password/personal-data.ts";
import { withAccount } from "../service/people.ts";
import { startProxiedService } from "./proxied-service.ts";
import { rowsBehind } from "./rows.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
afterEach(() => lane.mend());

const busy = { status: 503, body: { code: "try-again-later" }, setCookies: [] };

const lookUpSteps = [
  "dynamodb.TransactWriteItems limits+once",
  "dynamodb.BatchGetItem accounts",
  "dynamodb.UpdateItem limits",
] as const;

/** Arms a fault after the captcha is there, for the one request that is looked at. */
const arm = (at: string, mode: "before" | "after" | "busy") => () => {
  lane.mend();
  lane.fault({ mode, at, nth: "every" });
};

const shownTo = async (accountName: string, event: string) => {
  const userId = await userIdOf(service, accountName);
  return (await rows.all("audit")).filter((row) => row.subject === userId && row.event === event).length;
};

describe("取回帳號 when AWS does not answer (M41, T47)", () => {
  it.each([
    ...lookUpSteps.map((at) => [at, "before"] as const),
    ["dynamodb.BatchGetItem claims", "before"],
    ["dynamodb.TransactWriteItems audit+messages", "before"],
    ["dynamodb.TransactWriteItems audit+messages", "busy"],
  ] as const)("%s, %s: nothing is shown and nothing is noted, then it works", async (at, mode) => {
    const { person, accountName } = await withAccount(service);
    expect(await ask(service.browser(), person.personId, arm(at, mode))).toMatchObject(busy);
    lane.mend();
    expect(await shownTo(accountName, "account.shown")).toBe(0);
    expect((await ask(service.browser(), person.personId)).body.outcome).toBe("shown");
    expect(await shownTo(accountName, "account.shown")).toBe(1);
  });

  it("an answer that is lost is asked for again by the SDK: one record, one notice", async () => {
    const { person, accountName, email } = await withAccount(service);
    const before = service.sent(email).length;
    const once = () => {
      lane.mend();
      lane.fault({ mode: "after", at: "dynamodb.TransactWriteItems audit+messages", tries: "one" });
    };
    expect((await ask(service.browser(), person.personId, once)).body.outcome).toBe("shown");
    lane.mend();
    service.clock.advanceBy({ minutes: 1 });
    await service.jobs({ job: "send-messages" });
    expect(await shownTo(accountName, "account.shown")).toBe(1);
    expect(service.sent(email)).toHaveLength(before + 1);
  });
});

describe("personal data when AWS does not answer (M48, T47)", () => {
  it.each([
    ...lookUpSteps,
    "dynamodb.Query roster",
    "dynamodb.BatchGetItem claims",
    "dynamodb.TransactWriteItems audit+flows+messages",
  ])("%s fails: no grant, no cookie, no warning", async (at) => {
    const { person, accountName } = await withAccount(service);
    const browser = service.browser();
    expect(await sendPersonalData(browser, person, "reset-password", arm(at, "before"))).toMatchObject(busy);
    lane.mend();
    expect(browser.cookies.has(grantCookie)).toBe(false);
    expect(await shownTo(accountName, "account.shown")).toBe(0);
    expect((await sendPersonalData(browser, person)).status).toBe(200);
    expect((await reset(browser)).status).toBe(200);
  });

  it("the post is away: the grant is open all the same, and the sweep warns the owner", async () => {
    const { person, email } = await withAccount(service);
    const before = service.sent(email).length;
    const browser = service.browser();
    expect((await sendPersonalData(browser, person, "reset-password", arm("ses.SendEmail", "before"))).status).toBe(
      200,
    );
    lane.mend();
    expect(service.sent(email)).toHaveLength(before);
    service.clock.advanceBy({ minutes: 2 });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(before + 1);
  });
});
