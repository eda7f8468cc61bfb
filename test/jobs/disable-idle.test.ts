import { describe, expect, it } from "vitest";
import { cognitoCredentials } from "../../functions/adapters/credentials.ts";
import { dynamoDisabling } from "../../functions/adapters/disabling.ts";
import { dynamoIdleAccounts } from "../../functions/adapters/idle-accounts.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { resetGrantMaker } from "../../functions/adapters/reset-grants.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { closeVault } from "../../functions/steps/close-vault.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { cookieValue } from "../ports/steps.ts";
import { accountIn, isSignedIn, newPassword, userIdOf } from "../reset-password/holder.ts";
import { signIn, withAccount } from "../service/people.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const parts = partsOf(readSettings(service.environment), { ...service, ids: systemIds });

async function run(): Promise<void> {
  await service.jobs({ job: "disable-idle" });
  await service.jobs({ job: "send-messages" });
}

/** The subjects of the mails to an address, oldest first. */
async function mailsTo(email: string): Promise<string[]> {
  return service
    .sent(email)
    .map(({ subject }) => subject ?? "")
    .filter((subject) => subject.includes("停用"))
    .toReversed();
}

/** Somebody who signs in once, now. */
async function signedInOnce() {
  const account = await withAccount(service);
  const browser = service.browser();
  await signIn(browser, account.accountName);
  const userId = await userIdOf(service, account.accountName);
  const stands = async () => accountIn(rows, userId);
  const inVault = async () =>
    (await rows.users(service.pool.userPoolId)).find(({ username }) => username === userId)?.enabled;
  return { ...account, browser, userId, stands, inVault };
}

/** The same, both mails sent, the end a moment away. */
async function atTheEnd() {
  const account = await signedInOnce();
  service.clock.advanceBy({ days: 335 });
  await run();
  service.clock.advanceBy({ days: 23 });
  await run();
  service.clock.advanceBy({ days: 6, hours: 23, minutes: 59, seconds: 59 });
  await run();
  return account;
}

const warning = (days: number) => `您的教育雲端帳號將於 ${days} 天後停用`;
const ended = "您的教育雲端帳號已停用";

describe("停用 after a year without a sign-in (附表十: idle accounts)", () => {
  it("two mails, each once, then the end, told; whoever runs the job by the hour or twice at once", async () => {
    const { stands, inVault, email, browser, accountName, userId } = await signedInOnce();
    service.clock.advanceBy({ days: 334, hours: 23 });
    await run();
    expect(await mailsTo(email)).toEqual([]);
    service.clock.advanceBy({ hours: 1 });
    await Promise.all([run(), run(), run()]);
    await run();
    expect(await mailsTo(email)).toEqual([warning(30)]);
    service.clock.advanceBy({ days: 23 });
    await Promise.all([run(), run(), run()]);
    expect(await mailsTo(email)).toEqual([warning(30), warning(7)]);
    service.clock.advanceBy({ days: 7, seconds: -1 });
    await run();
    expect((await stands()).status).toBe("ACTIVE");
    service.clock.advanceBy({ seconds: 1 });
    await Promise.all([run(), run(), run()]);
    await run();
    expect(await stands()).toMatchObject({ status: "DISABLED", disabledFor: "idle" });
    expect(await inVault()).toBe(false);
    expect(await isSignedIn(browser)).toBe(false);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    expect(await mailsTo(email)).toEqual([warning(30), warning(7), ended]);
    const audit = (await rows.all("audit")).filter(
      ({ subject, event }) => subject === userId && event === "account.disabled",
    );
    expect(audit).toMatchObject([{ reason: "idle" }]);
  });

  it("counts from the day the account was made where nobody ever signed in", async () => {
    const { accountName, email } = await withAccount(service);
    const userId = await userIdOf(service, accountName);
    for (const days of [335, 23, 7]) {
      service.clock.advanceBy({ days });
      await run();
    }
    expect((await accountIn(rows, userId)).status).toBe("DISABLED");
    expect(await mailsTo(email)).toEqual([warning(30), warning(7), ended]);
  });

  it("one sign-in after the last mail and the account stays for another year; no sign-in moves it in the index", async () => {
    const { stands, email, accountName } = await atTheEnd();
    const { dueAt } = await stands();
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
    expect((await stands()).dueAt).toBe(dueAt);
    service.clock.advanceBy({ seconds: 1 });
    await run();
    expect((await stands()).status).toBe("ACTIVE");
    service.clock.advanceBy({ days: 334 });
    await run();
    expect(await mailsTo(email)).toEqual([warning(30), warning(7)]);
    service.clock.advanceBy({ days: 1 });
    await run();
    expect(await mailsTo(email)).toEqual([warning(30), warning(7), warning(30)]);
  });

  it("who signs in between the job's look and its write stays (RACE)", async () => {
    const { stands, accountName, userId } = await atTheEnd();
    service.clock.advanceBy({ seconds: 1 });
    const idle = dynamoIdleAccounts(parts);
    const seen = await idle.find(userId);
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
    expect(await dynamoDisabling(parts).disable(seen!, "idle", undefined)).toBe(false);
    expect(await idle.warn(seen!, { since: 0, warnings: 1, endsAt: 0 }, 0, undefined)).toBe(false);
    expect(await idle.putOff(seen!, 0)).toBe(false);
    expect((await stands()).status).toBe("ACTIVE");
  });

  it("an account that its owner has enabled again has a whole year (M55)", async () => {
    const { stands, inVault, userId, accountName, email } = await atTheEnd();
    service.clock.advanceBy({ seconds: 1 });
    await run();
    expect((await stands()).status).toBe("DISABLED");
    const browser = service.browser();
    browser.cookies.set("__Host-activate", cookieValue(await resetGrantMaker(parts).open(userId, "code", "activate")));
    expect((await browser.call("POST /api/activate", { password: newPassword })).status).toBe(200);
    expect(await inVault()).toBe(true);
    const before = (await mailsTo(email)).length;
    service.clock.advanceBy({ days: 334 });
    await run();
    expect((await mailsTo(email)).length).toBe(before);
    service.clock.advanceBy({ days: 1 });
    await run();
    expect((await mailsTo(email)).length).toBe(before + 1);
    expect((await signIn(service.browser(), accountName, newPassword)).status).toBe(200);
  });

  it("a vault that does not answer leaves the account shut by its profile, and a later run finishes (§5.2)", async () => {
    const { stands, inVault, accountName } = await atTheEnd();
    service.clock.advanceBy({ seconds: 1 });
    lane.fault({ mode: "before", at: "cognito.AdminDisableUser", nth: "every" });
    await expect(run()).rejects.toThrow();
    lane.mend();
    expect(await stands()).toMatchObject({ status: "DISABLED", vaultOpen: true });
    expect(await inVault()).toBe(true);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    await run();
    expect(await inVault()).toBe(false);
    expect((await stands()).vaultOpen).toBeUndefined();
    const { dueAt } = await stands();
    expect(Number(dueAt)).toBeGreaterThan(service.clock.now());
  });

  it("an account that was disabled otherwise is left alone, and is looked at again much later", async () => {
    const { stands, userId, email } = await signedInOnce();
    await rows.put("accounts", { ...(await stands()), status: "DISABLED", disabledFor: "manager" });
    service.clock.advanceBy({ days: 400 });
    await run();
    expect(await stands()).toMatchObject({ status: "DISABLED", disabledFor: "manager" });
    expect(await mailsTo(email)).toEqual([]);
    expect(await dynamoIdleAccounts(parts).find(userId)).toBeUndefined();
  });
});

describe("the vault after the profile", () => {
  it("a run that shut the vault of an account that was just enabled, and broke off: a later run opens it (§5.2)", async () => {
    const { stands, inVault, accountName, userId } = await atTheEnd();
    service.clock.advanceBy({ seconds: 1 });
    await run();
    const browser = service.browser();
    browser.cookies.set("__Host-activate", cookieValue(await resetGrantMaker(parts).open(userId, "code", "activate")));
    expect((await browser.call("POST /api/activate", { password: newPassword })).status).toBe(200);
    await cognitoCredentials(service.pool, systemIds).disable(userId);
    service.clock.advanceBy({ minutes: 10 });
    await run();
    expect([(await stands()).status, await inVault()]).toEqual(["ACTIVE", true]);
    expect((await signIn(service.browser(), accountName, newPassword)).status).toBe(200);
    expect((await stands()).vaultOpen).toBeUndefined();
    expect(Number((await stands()).dueAt)).toBeGreaterThan(service.clock.now() + 300 * 86_400_000);
  });

  it("an owner who begins to enable the account at that moment wins: the vault lets the user in again", async () => {
    const asked: string[] = [];
    const note = (word: string) => async () => void asked.push(word);
    const disabling = { ...dynamoDisabling(parts), pending: async () => 4, settle: async () => false };
    const credentials = { disable: note("disable"), enable: note("enable") };
    await closeVault({ disabling, credentials } as never, "somebody");
    expect(asked).toEqual(["disable", "enable"]);
  });
});
