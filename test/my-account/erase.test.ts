import { afterEach, describe, expect, it } from "vitest";
import { dynamoClosing } from "../../functions/adapters/closing.ts";
import { dynamoFreezing } from "../../functions/adapters/freezing.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { activate } from "../activate-account/disabled.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, changeAccount, grantTo } from "../reset-password/holder.ts";
import { apply, codeSentTo, enrol, signIn } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { closedAccount, leftOf } from "./closed-account.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const parts = partsOf(readSettings(service.environment), { ...service, ids: systemIds });
afterEach(() => lane.mend());

const during = "disable-idle";
async function sweep() {
  lane.during = during;
  const done = await service.jobs({ job: "disable-idle" });
  lane.during = "";
  return done;
}

/** What is left when all is over: the account's stub and its name, of nobody. */
const nothing = ({ accountName, userId }: { accountName: string; userId: string }) => ({
  rows: 0,
  claims: [`name#${accountName} ERASED`],
  inVault: 0,
  account: { userId, status: "ERASED", epoch: expect.any(Number), erasedAt: expect.any(Number) },
  erased: 1,
});

describe("erasing a closed account after its thirty days", () => {
  it("29 days 23:59:59 and all is there; a second later nothing is, but the name, of nobody (CLOCK)", async () => {
    const who = await closedAccount(service, rows);
    service.clock.advanceBy({ days: 30, seconds: -1 });
    expect(await sweep()).toMatchObject({ erased: 0 });
    expect((await accountIn(rows, who.userId)).status).toBe("DISABLED");
    expect((await leftOf(service, rows, who.userId)).claims).toHaveLength(who.claims.length + 1);
    service.clock.advanceBy({ seconds: 1 });
    expect(await sweep()).toMatchObject({ erased: 1 });
    expect(await leftOf(service, rows, who.userId)).toEqual(nothing(who));
    expect(await sweep()).toMatchObject({ erased: 0 });
  });

  it("nothing in any table says who it was, but the name's claim and what is cleaned by its own time", async () => {
    const who = await closedAccount(service, rows);
    const { personKey } = await accountIn(rows, who.userId);
    service.clock.advanceBy({ days: 30 });
    await sweep();
    const own = (await allRows(service.prefix)).filter((row) => !/^(flows|messages|roster|limits) /.test(row));
    const said = own.filter((row) => row.includes(who.accountName));
    expect(said.map((row) => row.split(" ")[0])).toEqual(["claims"]);
    for (const personal of [who.email, who.person.name, who.person.personId, String(personKey)])
      expect(own.filter((row) => row.includes(personal))).toEqual([]);
  });

  it("the person may apply anew; nobody gets the old name, not even they (T44)", async () => {
    const who = await closedAccount(service, rows);
    service.clock.advanceBy({ days: 30 });
    await sweep();
    const anew = async (person: typeof who.person) => {
      const browser = service.browser();
      expect((await apply.identity(browser, person)).status).toBe(200);
      await apply.consent(browser);
      const taken = await apply.account(browser, { accountName: who.accountName, email: "again@mail.test" });
      expect([taken.status, taken.body.code]).toEqual([409, "account-name-taken"]);
      return browser;
    };
    const [stranger] = await enrol(service);
    await anew(stranger!);
    const browser = await anew(who.person);
    const accountName = `u${service.random(5)}`;
    expect((await apply.account(browser, { accountName, email: `${accountName}@mail.test` })).status).toBe(200);
    await apply.send(browser);
    await apply.check(browser, codeSentTo(service, `${accountName}@mail.test`));
    expect((await apply.complete(browser)).status).toBe(200);
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
    expect((await signIn(service.browser(), who.accountName)).status).toBe(401);
  });
});

const steps = {
  "the fence": ["dynamodb.TransactWriteItems accounts"],
  "the vault's user": ["cognito.AdminDeleteUser"],
  sessions: ["dynamodb.Query sessions", "dynamodb.BatchWriteItem sessions"],
  consents: ["dynamodb.Query consents", "dynamodb.BatchWriteItem consents"],
  records: ["dynamodb.Query events", "dynamodb.BatchWriteItem events"],
  "the second factor": ["dynamodb.Query factors", "dynamodb.BatchWriteItem factors"],
  "the end": ["dynamodb.TransactWriteItems accounts+audit+claims"],
};
const cells = Object.entries(steps).flatMap(([step, calls]) =>
  calls.flatMap((at) => (["before", "after", "crash"] as const).map((mode) => ({ step, at, mode }))),
);

describe("a run that breaks off at any step, and the next one (T45)", () => {
  it.each(cells)("$step, $at: $mode", async ({ at, mode }) => {
    const who = await closedAccount(service, rows);
    service.clock.advanceBy({ days: 30 });
    const armed = lane.fault({ mode, at, during });
    await sweep().catch(() => undefined);
    expect(armed.struck()).toBeGreaterThan(0);
    lane.mend();
    expect((await signIn(service.browser(), who.accountName)).status).toBe(401);
    service.clock.advanceBy({ hours: 1 });
    await sweep();
    expect(await leftOf(service, rows, who.userId)).toEqual(nothing(who));
  });

  it("two runs at once erase it once (RACE)", async () => {
    const who = await closedAccount(service, rows);
    service.clock.advanceBy({ days: 30 });
    const done = await Promise.all([sweep(), sweep(), sweep()]);
    const erased = done.map((each) => (each as { erased: number }).erased);
    expect(erased.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await leftOf(service, rows, who.userId)).toEqual(nothing(who));
  });
});

describe("who comes back at that moment (RACE)", () => {
  it("an owner who is just enabling the account when the days end is let finish, or the account is erased: never half", async () => {
    const who = await closedAccount(service, rows);
    service.clock.advanceBy({ days: 30, seconds: -1 });
    const browser = await grantTo(service, who.accountName, service.browser(), "code", "activate");
    const armed = lane.fault({
      mode: "meanwhile",
      at: "cognito.AdminSetUserPassword",
      act: async () => {
        service.clock.advanceBy({ seconds: 1 });
        expect(await sweep()).toMatchObject({ erased: 0 });
      },
    });
    const reply = await activate(browser);
    expect(armed.struck()).toBe(1);
    // The days were over before the last write: it stays closed, and the hold keeps the sweep off for ten minutes.
    expect([reply.status, reply.body.code]).toEqual([409, "reset-grant-missing"]);
    expect((await accountIn(rows, who.userId)).status).toBe("DISABLED");
    service.clock.advanceBy({ minutes: 20 });
    await service.jobs({ job: "reconcile-resets" });
    await sweep();
    expect(await leftOf(service, rows, who.userId)).toEqual(nothing(who));
  });

  it("behind the fence neither a grant, nor 不是我, nor a sign-in makes anything of it", async () => {
    const who = await closedAccount(service, rows);
    service.clock.advanceBy({ days: 30, seconds: -1 });
    const browser = await grantTo(service, who.accountName, service.browser(), "code", "activate");
    service.clock.advanceBy({ seconds: 1 });
    expect(await dynamoClosing(parts).fence(who.userId)).toMatchObject({ userId: who.userId });
    await changeAccount(rows, who.userId, { closeAt: service.clock.now() + 1_000 });
    expect((await activate(browser)).status).toBe(409);
    expect(await dynamoFreezing(parts).find({ userId: who.userId, id: "x" })).toEqual({ state: "none" });
    expect((await signIn(service.browser(), who.accountName)).status).toBe(401);
    await sweep();
    expect((await leftOf(service, rows, who.userId)).erased).toBe(1);
  });
});
