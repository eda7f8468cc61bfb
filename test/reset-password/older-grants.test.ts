import { describe, expect, it } from "vitest";
import { pressNotMe, tokenTo } from "../contact-us/desk.ts";
import { rowsBehind } from "../faults/rows.ts";
import { goodPassword, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { ask, check, codeAt } from "../verify-code/forgetful.ts";
import { changeAccount, grantTo, newPassword, passwordsOf, reset, userIdOf } from "./holder.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const thieves = "Thieves-2026-x";
const ways = ["code", "county", "personal-data", "default-password"] as const;

/** An account, and a thief who has opened a reset page for it a second ago. */
async function withThief(way: (typeof ways)[number]) {
  const { accountName } = await withAccount(service);
  const userId = await userIdOf(service, accountName);
  const thief = await grantTo(service, accountName, service.browser(), way);
  service.clock.advanceBy({ seconds: 1 });
  return { accountName, userId, thief };
}

const stands = (userId: string) => passwordsOf(service, userId, [goodPassword, newPassword, thieves]);

describe("a grant from before the owner came back opens nothing (I7, T19)", () => {
  it.each(ways)("one by %s, after the owner's reset by code", async (way) => {
    const { accountName, userId, thief } = await withThief(way);
    const owner = await grantTo(service, accountName, service.browser(), "code");
    expect((await reset(owner)).status).toBe(200);
    expect((await thief.call("GET /api/reset-password")).body).toEqual({ state: "none" });
    expect((await reset(thief, thieves)).body.code).toBe("reset-grant-missing");
    expect(await stands(userId)).toEqual([newPassword]);
  });

  it.each(ways)("one by %s, after 不是我 and the owner's activation by code", async (way) => {
    const { accountName, userId, thief } = await withThief(way);
    await changeAccount(rows, userId, { status: "DISABLED", disabledFor: "owner", frozen: true });
    const owner = await grantTo(service, accountName, service.browser(), "code", "activate");
    expect((await owner.call("POST /api/activate", { password: newPassword })).status).toBe(200);
    expect((await reset(thief, thieves)).body.code).toBe("reset-grant-missing");
    expect(await stands(userId)).toEqual([newPassword]);
  });

  it("one that the thief has begun to use and not ended", async () => {
    const { accountName, userId, thief } = await withThief("personal-data");
    const [flow] = (await rows.all("flows")).filter((row) => row.userId === userId && row.kind === "reset");
    await rows.put("flows", { ...flow, status: "USING" });
    const owner = await grantTo(service, accountName, service.browser(), "code");
    expect((await reset(owner)).status).toBe(200);
    expect((await reset(thief, thieves)).body.code).toBe("reset-grant-missing");
    expect(await stands(userId)).toEqual([newPassword]);
  });
});

describe("an activation grant from before 不是我 opens nothing (I7)", () => {
  it.each(ways)("one by %s", async (way) => {
    const { accountName, userId } = await withThief(way);
    await changeAccount(rows, userId, { status: "DISABLED", disabledFor: "idle" });
    const thief = await grantTo(service, accountName, service.browser(), way, "activate");
    service.clock.advanceBy({ seconds: 1 });
    expect((await pressNotMe(service.browser(), await tokenTo(service, userId))).status).toBe(200);
    expect((await thief.call("GET /api/activate")).body).toEqual({ state: "none" });
    expect((await thief.call("POST /api/activate", { password: thieves })).body.code).toBe("reset-grant-missing");
    expect(await stands(userId)).toEqual([goodPassword]);
  });
});

describe("a code from before a reset opens nothing (T17: pending codes die)", () => {
  it("asked for by a thief, after the owner's reset by another way", async () => {
    const { accountName, email } = await withAccount(service);
    const thief = service.browser();
    expect((await ask(thief, accountName)).status).toBe(200);
    const code = await codeAt(service, email);
    const owner = await grantTo(service, accountName, service.browser(), "county");
    expect((await reset(owner)).status).toBe(200);
    expect((await check(thief, code)).body.code).toBe("code-wrong");
    service.clock.advanceBy({ minutes: 1 });
    const again = service.browser();
    expect((await ask(again, accountName)).status).toBe(200);
    const fresh = await codeAt(service, email);
    expect(fresh).not.toBe(code);
    expect((await check(again, fresh)).status).toBe(200);
  });
});
