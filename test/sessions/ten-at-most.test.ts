import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { isSignedIn } from "../reset-password/holder.ts";
import { type Browser, userIdIn } from "../service/browser.ts";
import { signIn, withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { devicesOf, signInAt } from "./browsers.ts";

const service = await startService();
const dynamo = tables(service.prefix);

const listed = async (userId: string) => {
  const row = (await allRows(service.prefix)).find((one) => one.startsWith("accounts ") && one.includes(userId));
  const { sessions } = JSON.parse((row ?? "").slice("accounts ".length)) as {
    sessions: { M: Record<string, unknown> };
  };
  return Object.keys(sessions.M).length;
};

describe("sessions of one account (T21, ASVS 7.1.2)", () => {
  it("are ten: the eleventh ends the oldest, whose applications are told", async () => {
    const { accountName } = await withAccount(service);
    const [oldest, ...others] = (await signInAt(service, accountName, 10)) as [Browser, ...Browser[]];
    expect(await isSignedIn(oldest)).toBe(true);
    const [eleventh] = (await signInAt(service, accountName, 1)) as [Browser];
    expect(await isSignedIn(oldest)).toBe(false);
    for (const browser of [...others, eleventh]) expect(await isSignedIn(browser)).toBe(true);
    const told = (await allRows(service.prefix)).filter((row) => row.startsWith("logouts "));
    expect(told.filter((row) => row.includes(userIdIn(eleventh)))).toHaveLength(1);
  });

  it("are ten also when five sign in at once, all of whom get in, and the list shrinks back (RACE)", async () => {
    const { accountName } = await withAccount(service);
    const before = await signInAt(service, accountName, 8);
    service.clock.advanceBy({ seconds: 1 });
    const browsers = Array.from({ length: 5 }, () => service.browser());
    await Promise.all(browsers.map((browser) => signIn(browser, accountName)));
    expect(await Promise.all(browsers.map(isSignedIn))).toEqual(Array(5).fill(true));
    const lives = await Promise.all(before.map(isSignedIn));
    expect(lives).toEqual([...Array(3).fill(false), ...Array(5).fill(true)]);
    const [last] = (await signInAt(service, accountName, 1)) as [Browser];
    expect(await devicesOf(last)).toHaveLength(10);
    expect(await listed(userIdIn(last))).toBe(10);
  });

  it("that are over leave the list with the next sign-in, and nobody is told of them", async () => {
    const { accountName } = await withAccount(service);
    await signInAt(service, accountName, 3);
    service.clock.advanceBy({ hours: 8, seconds: 1 });
    const [browser] = (await signInAt(service, accountName, 1)) as [Browser];
    expect(await listed(userIdIn(browser))).toBe(1);
    const told = (await allRows(service.prefix)).filter((row) => row.startsWith("logouts "));
    expect(told.filter((row) => row.includes(userIdIn(browser)))).toEqual([]);
  });

  it("of an account from before there was a list are listed from the next sign-ins on, all that come at once", async () => {
    const { accountName } = await withAccount(service);
    const [before] = (await signInAt(service, accountName, 1)) as [Browser];
    const userId = userIdIn(before);
    await dynamo.send(
      new UpdateCommand({ TableName: dynamo.name("accounts"), Key: { userId }, UpdateExpression: "REMOVE sessions" }),
    );
    expect(await isSignedIn(before)).toBe(false);
    const browsers = Array.from({ length: 5 }, () => service.browser());
    await Promise.all(browsers.map((browser) => signIn(browser, accountName)));
    expect(await Promise.all(browsers.map(isSignedIn))).toEqual(Array(5).fill(true));
  });
});

describe("signing in again in a browser that is signed in (T21)", () => {
  it("replaces the session: one device, a new secret, and the old cookie is dead", async () => {
    const { accountName } = await withAccount(service);
    const [browser] = (await signInAt(service, accountName, 1)) as [Browser];
    const thief = browser.copy();
    const before = await devicesOf(browser);
    await signIn(browser, accountName);
    expect(await isSignedIn(thief)).toBe(false);
    expect((await devicesOf(browser)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it("adopts nothing that was planted: not of another person, not a key without its session (fixation)", async () => {
    const [mine, theirs] = [await withAccount(service), await withAccount(service)];
    const [attacker] = (await signInAt(service, theirs.accountName, 1)) as [Browser];
    const [before] = (await signInAt(service, mine.accountName, 1)) as [Browser];
    const [own, , secret] = (attacker.cookies.get("__Host-session") ?? "").split(".");
    const planted = [attacker.cookies.get("__Host-session"), `${userIdIn(before)}.${"k".repeat(22)}.${secret}`];
    for (const cookie of planted) {
      const victim = service.browser();
      victim.cookies.set("__Host-session", cookie ?? "");
      const thief = victim.copy();
      await signIn(victim, mine.accountName);
      const [userId, key, fresh] = (victim.cookies.get("__Host-session") ?? "").split(".");
      expect([userId === own, key === cookie?.split(".")[1], fresh === secret]).toEqual([false, false, false]);
      expect((await thief.call("GET /api/session")).body.accountName === mine.accountName).toBe(false);
    }
    expect(await isSignedIn(before)).toBe(true);
  });
});

describe("IP登入紀錄 (M62)", () => {
  const records = (browser: Browser, most: string) =>
    browser.call("GET /api/my-account/sign-ins/{most}", undefined, { pathParameters: { most } });

  it("shows the last 10, 20, 50 or 100, newest first; failures and others' sign-ins are none", async () => {
    const { accountName } = await withAccount(service);
    await signInAt(service, (await withAccount(service)).accountName, 1);
    const browsers = await signInAt(service, accountName, 22);
    await signIn(service.browser(), accountName, "wrong-password-1");
    const browser = browsers.at(-1)!;
    const counts = await Promise.all(["10", "20", "50", "100"].map((most) => records(browser, most)));
    expect(counts.map(({ body }) => body.records.length)).toEqual([10, 20, 22, 22]);
    expect(counts[0]?.body.records[0]).toEqual({
      at: new Date(service.clock.now()).toISOString(),
      address: browser.address,
      browser: "test browser",
      method: "password",
      secondFactor: false,
    });
    const times = counts[2]!.body.records.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it.each(["0", "11", "1000", "-10", "10.0", "010", "all", "1e1", "%31%30"])("%s is no count of them", async (most) => {
    const { accountName } = await withAccount(service);
    const [browser] = (await signInAt(service, accountName, 1)) as [Browser];
    expect((await records(browser, most)).body.code).toBe("not-found");
  });
});
