import { afterEach, describe, expect, it } from "vitest";
import { partsOf } from "../../functions/adapters/parts.ts";
import { dynamoPasswordChanges } from "../../functions/adapters/password-changes.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { ownerNotice } from "../../functions/ports/owner-notice.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, grantCookie, isSignedIn, newPassword, passwordsOf, reset } from "../reset-password/holder.ts";
import { goodPassword, signIn } from "../service/people.ts";
import { auditOf, owner, signedIn } from "./owner.ts";

/*
 * The saga of a changed password with one fault at each of its steps (§5.2): never a new password beside a session of before, and never
 * an account that its owner cannot enter ten minutes later.
 */
const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const parts = partsOf(readSettings(service.environment), { ...service, ids: systemIds });
afterEach(() => lane.mend());

const route = "POST /api/my-account/password";
const steps = {
  "R2 begins": "dynamodb.TransactWriteItems accounts+audit+flows+logouts+messages",
  "R3 the vault": "cognito.AdminSetUserPassword",
  "R4 ends": "dynamodb.TransactWriteItems accounts+flows",
  "the session goes on": "dynamodb.UpdateItem sessions",
};
const modes = ["before", "cut", "after", "broken-answer", "crash"] as const;
const cells = Object.entries(steps).flatMap(([step, at]) => modes.map((mode) => ({ step, at, mode })));

async function pressed(struck: { at: string; mode: (typeof modes)[number] }) {
  const who = await owner(service);
  const elsewhere = await signedIn(service, who.accountName);
  const armed = lane.fault({ ...struck, during: route });
  lane.during = route;
  const reply = await who.browser.call(route, { current: goodPassword, password: newPassword });
  expect(armed.struck()).toBeGreaterThan(0);
  const crashed = lane.crashed;
  lane.mend();
  lane.during = "";
  return { ...who, elsewhere, reply, crashed };
}

describe("one fault at each step of a changed password (T17, T45, §5.2)", () => {
  it.each(cells)("$step: $mode", async ({ at, mode }) => {
    const { accountName, userId, browser, elsewhere, reply, crashed, email } = await pressed({ at, mode });
    const [password] = await passwordsOf(service, userId, [newPassword]);
    if (password === newPassword) expect(await isSignedIn(elsewhere), "a session of before").toBe(false);
    if (reply.status === 200 && !crashed) expect(password).toBe(newPassword);

    service.clock.advanceBy({ minutes: 10, seconds: 1 });
    await service.jobs({ job: "reconcile-resets" });
    await service.jobs({ job: "send-messages" });
    const [left] = await passwordsOf(service, userId, [goodPassword, newPassword]);
    const { holdUntil, heldBy } = await accountIn(rows, userId);
    expect([holdUntil, heldBy]).toEqual([undefined, undefined]);
    if (left === newPassword) expect(await isSignedIn(elsewhere), "a session of before").toBe(false);
    if (browser.csrfToken === undefined) expect(await isSignedIn(browser)).toBe(false);
    expect((await signIn(service.browser(), accountName, left)).status).toBe(200);
    const begun = (await auditOf(rows, userId)).filter(({ event }) => event === "password.changed").length;
    expect(begun).toBeLessThanOrEqual(1);
    expect(service.sent(email).filter(({ subject }) => subject?.includes("修改了密碼")).length >= begun).toBe(true);
  });

  it("a thief who hammers the old password between all steps has no session at the end", async () => {
    const { browser, accountName } = await owner(service);
    const thieves = [service.browser(), service.browser(), service.browser()];
    const struck = [steps["R3 the vault"], steps["R4 ends"], steps["the session goes on"]].map((at, index) =>
      lane.fault({
        mode: "meanwhile",
        at,
        during: route,
        act: async () => {
          lane.during = "the thief";
          await signIn(thieves[index]!, accountName);
          lane.during = route;
        },
      }),
    );
    lane.during = route;
    const { status } = await browser.call(route, { current: goodPassword, password: newPassword });
    lane.during = "";
    expect([status, struck.map((armed) => armed.struck())]).toEqual([200, [1, 1, 1]]);
    for (const thief of thieves) expect(await isSignedIn(thief)).toBe(false);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it("a vault that refuses the new password leaves the old one, and nobody waits ten minutes for it", async () => {
    const { userId, accountName, browser } = await owner(service);
    const changes = dynamoPasswordChanges(parts);
    const notice = ownerNotice({
      messageId: systemIds.id(),
      kind: "password-changed",
      language: "zh-TW",
      words: { account: accountName },
    });
    const change = await changes.begin({ userId, epoch: Number((await accountIn(rows, userId)).epoch) }, [notice]);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    await changes.giveUp(change!);
    expect(await isSignedIn(browser)).toBe(false);
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
    const flow = (await rows.all("flows")).find(({ flowId }) => flowId === change?.id);
    expect([flow?.status, flow?.dueAt]).toEqual(["ABANDONED", undefined]);
  });

  it("a change that no browser finished is none that any browser could (T10)", async () => {
    const { userId } = await pressed({ at: steps["R3 the vault"], mode: "crash" });
    const flow = (await rows.all("flows")).find((row) => row.userId === userId && row.way === "change");
    expect(flow?.status).toBe("USING");
    const browser = service.browser();
    const cookie = await parts.keys.seal("reset-grant", { grantId: flow?.flowId, userId });
    browser.cookies.set(grantCookie, cookie);
    expect((await browser.call("GET /api/reset-password")).body).toEqual({ state: "none" });
    expect((await reset(browser)).body.code).toBe("reset-grant-missing");
  });
});
