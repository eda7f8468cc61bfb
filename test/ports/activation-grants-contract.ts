import { describe, expect, it } from "vitest";
import type { ResetWay } from "../../functions/contract/schemas/reset-password.ts";
import { dueShards } from "../../functions/contract/tables.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import type { ResetGrant } from "../../functions/ports/reset-grants.ts";
import { atOnce, cookieValue, inTurn, registered, signedIn } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

const noticeOf = ({ grantId }: ResetGrant, kind: "account-activated" | "personal-data-matched"): Intent => ({
  messageId: grantId,
  attempts: 0,
  states: { email: "waiting" },
  message: { kind, language: "zh-TW", words: { account: "a@account.test" }, email: "a@mail.test" },
});

/** Somebody whose account is disabled, with an activation grant in their browser. */
async function granted(make: MakeWorld, way: ResetWay = "code") {
  const world = make();
  const { userId } = await registered(world);
  await world.change(userId, { status: "DISABLED" });
  return { world, userId, ...(await another(world, userId, way)) };
}

async function another(world: World, userId: string, way: ResetWay = "code") {
  const cookie = cookieValue(await world.resets.open(userId, way, "activate"));
  const grant = await world.resets.find(cookie, "activate");
  if (grant === undefined) throw new Error("the grant was not opened");
  return {
    cookie,
    grant,
    find: () => world.resets.find(cookie, "activate"),
    begin: () => world.resets.begin(grant, [noticeOf(grant, "account-activated")]),
    finish: () => world.resets.finish(grant),
  };
}

const standing = async (world: World, userId: string) =>
  (await world.accounts.reserveTry(userId, false, undefined)).account;

const auditOf = async (world: World, userId: string, event: string) =>
  (await world.rows("audit")).filter((row) => row.includes(userId) && row.includes(event));

const sessionOf = async (world: World, userId: string) =>
  signedIn(world, userId, { epoch: (await standing(world, userId))?.epoch ?? 0 });

export function activationGrantsContract(name: string, make: MakeWorld): void {
  describe(`an activation grant ${name} (M55, T10)`, () => {
    it("is in a cookie of its own, and no reset grant; a reset grant is none for an activation", async () => {
      const { world, userId, cookie, grant } = await granted(make);
      expect(grant).toMatchObject({ purpose: "activate", status: "OPEN", account: { status: "DISABLED" } });
      expect(await world.resets.open(userId, "code", "activate")).toMatch(/^__Host-activate=/);
      expect(await world.resets.find(cookie)).toBeUndefined();
      const reset = cookieValue(await world.resets.open(userId, "code"));
      expect(await world.resets.find(reset, "activate")).toBeUndefined();
      expect(await world.resets.find(reset, "reset")).toMatchObject({ purpose: "reset" });
    });

    it("opened with a warning leaves one audit record and one message, and without none (T15)", async () => {
      const { world, userId, grant } = await granted(make);
      expect(await auditOf(world, userId, "account.shown")).toEqual([]);
      const warning = noticeOf({ ...grant, grantId: world.ids.id() }, "personal-data-matched");
      await world.resets.open(userId, "personal-data", "activate", warning);
      expect(await auditOf(world, userId, "account.shown")).toHaveLength(1);
      world.clock.advanceBy({ minutes: 2 });
      const due = (await atOnce(dueShards, world.intents.due)).flat();
      expect(due.filter((id) => id === warning.messageId)).toHaveLength(1);
    });
  });

  describe(`enabling an account ${name}: it is ACTIVE with the last write and not before (§5.2)`, () => {
    it("stays disabled and held after R2, with one audit record and one notice, however often that runs", async () => {
      const { world, userId, grant, begin } = await granted(make);
      const outcomes = await atOnce(4, begin);
      expect(outcomes.toSorted()).toEqual(["again", "again", "again", "first"]);
      expect(await standing(world, userId)).toMatchObject({ status: "DISABLED", held: true });
      expect(await auditOf(world, userId, "account.activated")).toHaveLength(1);
      expect(await auditOf(world, userId, "password.reset")).toEqual([]);
      world.clock.advanceBy({ minutes: 2 });
      expect((await atOnce(dueShards, world.intents.due)).flat().filter((id) => id === grant.grantId)).toHaveLength(1);
    });

    it("ends every session of before, frees the tries, lifts hold and freeze, and may be repeated", async () => {
      const { world, userId, begin, finish, find } = await granted(make);
      await world.change(userId, { frozen: true });
      await inTurn(8, () => world.accounts.reserveTry(userId, false, undefined));
      await begin();
      const meanwhile = await sessionOf(world, userId);
      expect(await finish()).toBe(true);
      expect(await world.sessions.find(meanwhile)).toBeUndefined();
      expect(await world.accounts.reserveTry(userId, false, undefined)).toMatchObject({
        outcome: "reserved",
        account: { status: "ACTIVE", held: false, devices: [] },
      });
      expect(await find()).toMatchObject({ status: "DONE", account: { frozen: false } });
      expect(await begin()).toBe("refused");
      const later = await sessionOf(world, userId);
      expect(await finish()).toBe(true);
      expect(await world.sessions.find(later)).toBeUndefined();
    });

    it("does nothing for a grant that was never begun", async () => {
      const { world, userId, finish } = await granted(make);
      expect(await finish()).toBe(false);
      expect((await standing(world, userId))?.status).toBe("DISABLED");
    });

    it("locks nothing: the 24 hours are of resets (M51)", async () => {
      const { begin, finish, find } = await granted(make, "personal-data");
      await begin();
      await finish();
      expect((await find())?.account.lockedUntil).toBe(0);
    });
  });

  describe(`who may not be enabled ${name} (T15)`, () => {
    it.each([
      ["in use", { status: "ACTIVE" }, ["code", "personal-data"]],
      ["kept disabled by a manager", { selfEnable: false }, ["code", "personal-data"]],
      ["frozen", { frozen: true }, ["personal-data"]],
      ["with a second factor", { secondFactor: "on" }, ["personal-data"]],
    ] as const)("an account %s", async (_kind, change, refused) => {
      for (const way of ["code", "personal-data"] as const) {
        const early = await granted(make, way);
        await early.world.change(early.userId, change);
        const isRefused = (refused as readonly string[]).includes(way);
        expect(await early.begin(), way).toBe(isRefused ? "refused" : "first");
        expect((await standing(early.world, early.userId))?.held).toBe(!isRefused);

        const late = await granted(make, way);
        await late.begin();
        await late.world.change(late.userId, change);
        // Enabled by another run meanwhile: that is no refusal.
        if ("status" in change) continue;
        expect(await late.finish(), `${way}: changed meanwhile`).toBe(!isRefused);
        expect((await standing(late.world, late.userId))?.status).toBe(isRefused ? "DISABLED" : "ACTIVE");
      }
    });

    it("an account with a second factor is not reset by personal data either", async () => {
      const { world, userId } = await granted(make);
      await world.change(userId, { status: "ACTIVE", secondFactor: "on" });
      for (const [way, outcome] of [
        ["personal-data", "refused"],
        ["code", "first"],
      ] as const) {
        const grant = await world.resets.find(cookieValue(await world.resets.open(userId, way)));
        expect(await world.resets.begin(grant!, [noticeOf(grant!, "account-activated")])).toBe(outcome);
      }
    });
  });

  describe(`an activation that broke off ${name} (T45)`, () => {
    it("is given up: disabled, not held, nobody can use the grant, and a slow run enables nothing", async () => {
      const { world, userId, grant, begin, finish, find } = await granted(make);
      await begin();
      world.clock.advanceBy({ minutes: 10, seconds: 1 });
      expect((await atOnce(dueShards, world.resets.overdue)).flat()).toContain(grant.grantId);
      expect((await atOnce(4, () => world.resets.abandon(grant.grantId))).filter(Boolean)).toHaveLength(1);
      expect(await find()).toBeUndefined();
      expect(await begin()).toBe("refused");
      expect(await finish()).toBe(false);
      expect(await standing(world, userId)).toMatchObject({ status: "DISABLED", held: false });
    });

    it("leaves the account to the next grant; a slow run of the first then ends what began before it", async () => {
      const { world, userId, begin, finish } = await granted(make);
      await begin();
      const second = await another(world, userId);
      await second.begin();
      expect(await finish()).toBe(false);
      expect((await standing(world, userId))?.status).toBe("DISABLED");
      expect(await second.finish()).toBe(true);
      const session = await sessionOf(world, userId);
      expect(await finish()).toBe(true);
      expect(await world.sessions.find(session)).toBeUndefined();
      expect((await standing(world, userId))?.status).toBe("ACTIVE");
    });
  });
}
