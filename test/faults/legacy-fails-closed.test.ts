import { afterEach, describe, expect, it } from "vitest";
import { arriving, atPlatform, legacyAccount, legacyPlatform, oldSignIn } from "../service/legacy.ts";
import { allRows } from "../service/rows.ts";
import { startProxiedService } from "./proxied-service.ts";

const { service, lane } = await startProxiedService();
afterEach(() => lane.mend());
const platform = await legacyPlatform(service);
const busy = { status: 503, body: { code: "try-again-later" } };

/** Arms a fault for the calls of one press; captchas are there before. */
const arm = (at: string) => lane.fault({ mode: "busy", at, nth: "every" });
const withoutTries = (rows: readonly string[]) => rows.filter((row) => !/^(limits|once|sessions) /.test(row));

async function somebody() {
  const email = `old-${service.random()}@old.test`;
  const old = { ...(await legacyAccount(service, platform, { email, hint: "提示" })), email };
  return { ...(await arriving(service)), old };
}
type Somebody = Awaited<ReturnType<typeof somebody>>;

const doors = {
  "the arrival": ({ browser }: Somebody) => atPlatform.show(browser, platform),
  尚未有平台資訊: ({ browser }: Somebody) => atPlatform.register(browser, platform),
  查詢密碼: ({ browser, old }: Somebody) => atPlatform.findPassword(browser, platform, old),
  系統重設密碼: ({ browser, old }: Somebody) => atPlatform.resetPassword(browser, platform, old),
  "the old sign-in": ({ old }: Somebody) => oldSignIn(service, platform, old),
} as const;

describe("legacy platforms when AWS does not answer (M80–M85, T47)", () => {
  it.each<[keyof typeof doors, string]>([
    ["the arrival", "dynamodb.BatchGetItem consents"],
    ["尚未有平台資訊", "dynamodb.UpdateItem limits"],
    ["尚未有平台資訊", "dynamodb.TransactWriteItems accounts+audit+consents"],
    ["查詢密碼", "dynamodb.PutItem once"],
    ["查詢密碼", "dynamodb.UpdateItem limits"],
    ["查詢密碼", "dynamodb.BatchGetItem accounts"],
    ["系統重設密碼", "dynamodb.UpdateItem limits"],
    ["系統重設密碼", "dynamodb.TransactWriteItems accounts+audit+messages"],
    ["the old sign-in", "dynamodb.BatchGetItem accounts"],
    ["the old sign-in", "dynamodb.UpdateItem accounts"],
  ])("%s, %s busy: nothing is let through and nothing is written, then it works", async (door, at) => {
    const who = await somebody();
    const before = withoutTries(await allRows(service.prefix));
    const armed = arm(at);
    expect(await doors[door](who)).toMatchObject(busy);
    expect(armed.struck()).toBeGreaterThan(0);
    lane.mend();
    expect(withoutTries(await allRows(service.prefix))).toEqual(before);
    expect((await doors[door](who)).status).toBe(200);
  });

  it("a lost answer of the one-use password is asked for again by the SDK: one mail, one record", async () => {
    const who = await somebody();
    lane.fault({ mode: "after", at: "dynamodb.TransactWriteItems accounts+audit+messages", tries: "one" });
    expect((await doors.系統重設密碼(who)).status).toBe(200);
    lane.mend();
    service.clock.advanceBy({ seconds: 2 });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(who.old.email)).toHaveLength(1);
    const issued = (await allRows(service.prefix)).filter(
      (row) => row.includes("legacy-password.issued") && row.includes(who.userId),
    );
    expect(issued).toHaveLength(1);
  });
});
