import { describe, expect, it } from "vitest";
import { dueShards } from "../../functions/contract/tables.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import { resetPassword } from "../../functions/reset-password/reset-password.ts";
import { cookieValue, registered } from "../ports/steps.ts";
import { twinWorld } from "../twins/world.ts";
import { newPassword } from "./holder.ts";

/** 重設密碼 over twins, with a vault and a post that do as a test says. */
async function ready(change: Partial<Parameters<typeof resetPassword>[0]> = {}) {
  const world = twinWorld();
  const { userId, accountName } = await registered(world);
  await world.credentials.create(userId);
  const sent: Intent[] = [];
  const counted: string[] = [];
  const parts = {
    ...world,
    grants: world.resets,
    links: { link: async (id: string) => `https://account.test/not-me#${id}` },
    delivery: { send: async (intent: Intent) => ({ ...intent.states, ...(sent.push(intent) && {}) }) },
    metrics: { count: (name: string) => void counted.push(name) },
    accountDomain: "account.test",
  };
  const cookies = { reset: cookieValue(await world.resets.open(userId, "county")) };
  const press = (password = newPassword) =>
    resetPassword({ ...parts, ...change })({ body: { password }, cookies, language: "zh-TW" } as never);
  const heldOut = async () => (await world.accounts.reserveTry(userId, false, undefined)).account?.held;
  return { world, userId, accountName, parts, cookies, press, sent, counted, heldOut };
}

describe("重設密碼, step by step (R2–R4)", () => {
  it("a password that the vault alone refuses is told as one, and another one goes through with the same grant", async () => {
    const refuses = { setPassword: async () => "refused" as const };
    const { world, parts, cookies, press, sent, counted, heldOut } = await ready({ credentials: refuses as never });
    await expect(press()).rejects.toMatchObject({
      code: "password-rule",
      options: { fields: [{ field: "password", problem: "common" }] },
    });
    expect([sent.length, counted, await heldOut()]).toEqual([0, [], true]);
    const again = await resetPassword(parts)({ body: { password: newPassword }, cookies, language: "zh-TW" } as never);
    expect(again.body).toMatchObject({ account: expect.stringContaining("@account.test") });
    expect([counted, await heldOut()]).toEqual([["PasswordReset"], false]);
    expect(await world.resets.find(cookies.reset)).toMatchObject({ status: "DONE" });
  });

  it("a notice that cannot be sent changes nothing about the reset: it is taken up by the sweep", async () => {
    const away = { send: async () => Promise.reject(new Error("the post is away")) };
    const { world, cookies, press } = await ready({ delivery: away });
    const { grantId } = (await world.resets.find(cookies.reset)) ?? {};
    expect((await press()).body).toBeDefined();
    world.clock.advanceBy({ minutes: 2 });
    const due = await Promise.all(Array.from({ length: dueShards }, (_, shard) => world.intents.due(shard)));
    expect(due.flat().filter((id) => id === grantId)).toHaveLength(1);
  });

  it("who presses when another tab was quicker is told that it is done, and sets nothing", async () => {
    const { world, userId, parts, cookies, press, counted } = await ready();
    const grants = {
      ...world.resets,
      begin: async () => {
        await press("Bandicoot-2026-x");
        return "refused" as const;
      },
    };
    const slower = resetPassword({ ...parts, grants })({
      body: { password: newPassword },
      cookies,
      language: "zh-TW",
    } as never);
    expect((await slower).body).toMatchObject({ account: expect.stringContaining("@account.test") });
    expect(counted).toEqual(["PasswordReset"]);
    expect(await world.credentials.check(userId, "Bandicoot-2026-x")).toBe(true);
  });

  it("who presses as the account is disabled or the time runs out is told why, and sets nothing", async () => {
    for (const [happens, code] of [
      ["disabled", "account-disabled"],
      ["late", "reset-grant-missing"],
    ] as const) {
      const { world, userId, parts, cookies } = await ready();
      const begin: typeof world.resets.begin = async (grant, notice) => {
        if (happens === "disabled") await world.change(userId, { status: "DISABLED" });
        else world.clock.advanceBy({ minutes: 10, seconds: 1 });
        return world.resets.begin(grant, notice);
      };
      const request = { body: { password: newPassword }, cookies, language: "zh-TW" } as never;
      await expect(resetPassword({ ...parts, grants: { ...world.resets, begin } })(request)).rejects.toMatchObject({
        code,
      });
      expect(await world.credentials.check(userId, newPassword)).toBe(false);
    }
  });
});
