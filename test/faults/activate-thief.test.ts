import { afterEach, describe, expect, it } from "vitest";
import { activate, activePassword, disable } from "../activate-account/disabled.ts";
import { accountIn, changeAccount, grantTo, isSignedIn, passwordsOf, userIdOf } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { goodPassword, signIn, withAccount } from "../service/people.ts";
import { activateRoute } from "./activate-cells.ts";
import { startProxiedService } from "./proxied-service.ts";
import { rowsBehind } from "./rows.ts";

/*
 * A thief who knows the old password tries it at every moment of the activation. The profile is disabled until the last write, and
 * the vault has the new password before it lets the user in.
 */
const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
afterEach(() => lane.mend());

async function holder(way: "code" | "personal-data" = "code") {
  const { accountName } = await withAccount(service);
  const userId = await userIdOf(service, accountName);
  await disable(service, rows, userId, {}, proxy.behind.cognito);
  const grant = () => grantTo(service, accountName, service.browser(), way, "activate");
  return { accountName, userId, grant, browser: await grant() };
}

const steps = {
  "R2 is written": "dynamodb.TransactWriteItems accounts+audit+flows+messages",
  "the password is set": "cognito.AdminSetUserPassword",
  "the vault lets the user in": "cognito.AdminEnableUser",
  "the profile is ACTIVE": "dynamodb.TransactWriteItems accounts+flows",
};
const last = steps["the profile is ACTIVE"];

describe("a thief with the old password during an activation (T17, §5.2)", () => {
  it.each(Object.entries(steps))("just before %s nobody gets in, with either password", async (_, at) => {
    const { browser, accountName } = await holder();
    const statuses: number[] = [];
    const act = async () => {
      for (const password of [goodPassword, goodPassword, activePassword])
        statuses.push((await signIn(service.browser(), accountName, password)).status);
    };
    const armed = lane.fault({ mode: "meanwhile", at, during: activateRoute, act });
    lane.during = activateRoute;
    expect((await activate(browser)).status).toBe(200);
    expect([armed.struck(), statuses]).toEqual([1, [401, 401, 401]]);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    expect((await signIn(service.browser(), accountName, activePassword)).status).toBe(200);
  });

  it.each(["dynamodb.UpdateItem accounts", "cognito.AdminInitiateAuth", "dynamodb.BatchWriteItem events+sessions"])(
    "a sign-in that was begun while the account was in use and goes on after all this, at %s, is worth nothing",
    async (at) => {
      const { accountName } = await withAccount(service);
      const userId = await userIdOf(service, accountName);
      const thief = service.browser();
      const act = async () => {
        lane.during = "the owner";
        await disable(service, rows, userId, {}, proxy.behind.cognito);
        const owner = await grantTo(service, accountName, service.browser(), "code", "activate");
        expect((await activate(owner)).status).toBe(200);
      };
      const armed = lane.fault({ mode: "meanwhile", at, during: "the thief", act });
      lane.during = "the thief";
      await signIn(thief, accountName);
      expect(armed.struck()).toBe(1);
      expect(await isSignedIn(thief)).toBe(false);
    },
  );
});

describe("what happens to the account meanwhile (T15)", () => {
  it.each([
    ["不是我 freezes it", { frozen: true }],
    ["a manager forbids it", { selfEnable: false }],
    ["a second factor is bound", { secondFactor: "on" }],
  ])("%s just before the last write: it stays disabled", async (_, change) => {
    const { browser, accountName, userId } = await holder("personal-data");
    lane.fault({ mode: "meanwhile", at: last, during: activateRoute, act: () => changeAccount(rows, userId, change) });
    lane.during = activateRoute;
    expect(await activate(browser)).toMatchObject({ status: 409, body: { code: "reset-grant-missing" } });
    expect((await accountIn(rows, userId)).status).toBe("DISABLED");
    expect((await signIn(service.browser(), accountName, activePassword)).status).toBe(401);
  });

  it("another activation that begins and ends between R2 and R3: the slower one's password, and no session of the other", async () => {
    const { browser, grant, accountName, userId } = await holder();
    const other: Browser[] = [];
    const act = async () => {
      lane.during = "the other one";
      expect((await activate(await grant(), "Bandicoot-2026-x")).status).toBe(200);
      const computer = service.browser();
      expect((await signIn(computer, accountName, "Bandicoot-2026-x")).status).toBe(200);
      other.push(computer);
    };
    lane.fault({ mode: "meanwhile", at: steps["the password is set"], during: activateRoute, act });
    lane.during = activateRoute;
    expect((await activate(browser)).status).toBe(200);
    expect(await Promise.all(other.map(isSignedIn))).toEqual([false]);
    expect(await passwordsOf(service, userId, ["Bandicoot-2026-x", activePassword])).toEqual([activePassword]);
    expect((await signIn(service.browser(), accountName, activePassword)).status).toBe(200);
  });
});
