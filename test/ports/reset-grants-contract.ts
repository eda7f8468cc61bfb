import { describe, expect, it } from "vitest";
import type { ResetWay } from "../../functions/contract/schemas/reset-password.ts";
import { dueShards } from "../../functions/contract/tables.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import type { ResetGrant } from "../../functions/ports/reset-grants.ts";
import { atOnce, cookieValue, inTurn, registered, signedIn } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

const noticeOf = ({ grantId }: ResetGrant): Intent => ({
  messageId: grantId,
  attempts: 0,
  states: { email: "waiting" },
  message: { kind: "password-reset", language: "zh-TW", words: { account: "a@account.test" }, email: "a@mail.test" },
});

/** Somebody with an account and a grant in their browser. */
async function granted(make: MakeWorld, way: ResetWay = "county") {
  const world = make();
  const person = await registered(world, { mobile: "+886912345678" });
  return { world, person, ...(await another(world, person.userId, way)) };
}

async function another(world: World, userId: string, way: ResetWay = "county") {
  const cookie = cookieValue(await world.resets.open(userId, way));
  const grant = await world.resets.find(cookie);
  if (grant === undefined) throw new Error("the grant was not opened");
  return {
    cookie,
    grant,
    find: () => world.resets.find(cookie),
    begin: () => world.resets.begin(grant, [noticeOf(grant)]),
  };
}

const held = async (world: World, userId: string) =>
  (await world.accounts.reserveTry(userId, false, undefined)).account?.held;

const sessionOf = async (world: World, userId: string) => {
  const { account } = await world.accounts.reserveTry(userId, false, undefined);
  return signedIn(world, userId, { epoch: account?.epoch ?? 0 });
};

const auditOf = async (world: World, userId: string) =>
  (await world.rows("audit")).filter((row) => row.includes(userId) && row.includes("password.reset"));

/** Everything that is due, over all shards. */
const allDue = async (due: (shard: number) => Promise<readonly string[]>) => (await atOnce(dueShards, due)).flat();

export function resetGrantsContract(name: string, make: MakeWorld): void {
  describe(`a reset grant ${name} (R1)`, () => {
    it("shows account, name and every contact to the browser that holds it (M50)", async () => {
      const { grant, person } = await granted(make, "code");
      const { userId, accountName, name: called, email, mobile } = person;
      expect(grant).toMatchObject({ userId, way: "code", status: "OPEN" });
      const standing = { status: "ACTIVE", lockedUntil: 0, frozen: false, selfEnable: true, secondFactor: false };
      const told = { owners: { email: [email], sms: [mobile] }, newer: { email: [], sms: [] } };
      expect(grant.account).toEqual({ accountName, name: called, ...standing, told });
    });

    it("is in a cookie of this host that ends with the browser (T21)", async () => {
      const { world, person } = await granted(make);
      expect(await world.resets.open(person.userId, "county")).toMatch(
        /^__Host-reset=[^;]{20,3900}; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
      );
    });

    it("is not found by a cookie that is missing, made up, changed or of another purpose (T10)", async () => {
      const { world, cookie, grant } = await granted(make);
      const { grantId, userId } = grant;
      const made = [
        undefined,
        "",
        "x",
        grantId,
        `${cookie}x`,
        cookie.slice(0, -1),
        await world.keys.seal("flow", { grantId, userId }),
        await world.keys.seal("reset-grant", { grantId, userId: world.ids.id() }),
        await world.keys.seal("reset-grant", { grantId: world.ids.id(), userId }),
      ];
      for (const one of made) expect(await world.resets.find(one)).toBeUndefined();
    });

    it("of one account gives nothing of another one (T10)", async () => {
      const { world, person } = await granted(make);
      const other = await registered(world);
      const { grant } = await another(world, other.userId);
      expect(grant.account.accountName).toBe(other.accountName);
      expect(await held(world, person.userId)).toBe(false);
    });

    it("is good for 10 min 00 s and not for 10 min 01 s, its row still there (T11)", async () => {
      for (const [seconds, isGood] of [
        [0, true],
        [1, false],
      ] as const) {
        const { world, find, begin, person } = await granted(make);
        world.clock.advanceBy({ minutes: 10, seconds });
        expect((await find()) !== undefined).toBe(isGood);
        expect(await begin()).toBe(isGood ? "first" : "refused");
        expect(await auditOf(world, person.userId)).toHaveLength(isGood ? 1 : 0);
      }
    });
  });

  describe(`R2 takes away first ${name} (T17)`, () => {
    it("ends every session and lets nobody sign in for ten minutes, to the second", async () => {
      const { world, person, begin, find } = await granted(make);
      const session = await sessionOf(world, person.userId);
      expect(await begin()).toBe("first");
      expect(await world.sessions.find(session)).toBeUndefined();
      expect(await find()).toMatchObject({ status: "USING" });
      world.clock.advanceBy({ minutes: 9, seconds: 59 });
      expect(await held(world, person.userId)).toBe(true);
      world.clock.advanceBy({ seconds: 1 });
      expect(await held(world, person.userId)).toBe(false);
    });

    it("writes one audit record and one notice, however often it is repeated or comes at once (I5, T46)", async () => {
      const { world, person, grant, begin } = await granted(make);
      const outcomes = await atOnce(4, begin);
      expect(outcomes.toSorted()).toEqual(["again", "again", "again", "first"]);
      expect(await begin()).toBe("again");
      expect(await auditOf(world, person.userId)).toHaveLength(1);
      world.clock.advanceBy({ minutes: 2 });
      expect((await allDue(world.intents.due)).filter((id) => id === grant.grantId)).toHaveLength(1);
    });

    it("leaves a disabled account as it is: a reset does not enable it (M55)", async () => {
      const { world, person, begin, find } = await granted(make);
      await world.change(person.userId, { status: "DISABLED" });
      expect((await find())?.account.status).toBe("DISABLED");
      expect(await begin()).toBe("refused");
      await world.change(person.userId, { status: "ACTIVE" });
      expect(await held(world, person.userId)).toBe(false);
      expect(await auditOf(world, person.userId)).toEqual([]);
    });
  });

  describe(`R4 gives back last ${name}`, () => {
    it("ends what began meanwhile, takes the hold off and frees the tries (T17)", async () => {
      const { world, person, grant, begin, find } = await granted(make);
      const { userId } = person;
      await inTurn(8, () => world.accounts.reserveTry(userId, false, undefined));
      await begin();
      const meanwhile = await sessionOf(world, userId);
      expect(await world.resets.finish(grant)).toBe(true);
      expect(await world.sessions.find(meanwhile)).toBeUndefined();
      const { outcome, account } = await world.accounts.reserveTry(userId, false, undefined);
      expect([outcome, account?.held, account?.devices]).toEqual(["reserved", false, []]);
      expect(await find()).toMatchObject({ status: "DONE" });
      expect(await begin()).toBe("refused");
    });

    it("may be repeated, and is remembered for ten minutes so that a reload shows it", async () => {
      const { world, grant, begin, find } = await granted(make);
      await begin();
      expect(await inTurn(3, () => world.resets.finish(grant))).toEqual([true, true, true]);
      world.clock.advanceBy({ minutes: 10 });
      expect(await find()).toMatchObject({ status: "DONE" });
      world.clock.advanceBy({ seconds: 1 });
      expect(await find()).toBeUndefined();
    });

    it("does nothing for a grant that was never begun", async () => {
      const { world, person, grant } = await granted(make);
      const session = await sessionOf(world, person.userId);
      expect(await world.resets.finish(grant)).toBe(false);
      expect(await world.sessions.find(session)).toBeDefined();
    });

    it("leaves the hold of another reset that is in use: nobody signs in between its halves (T17)", async () => {
      const { world, person, grant, begin } = await granted(make, "code");
      const second = await another(world, person.userId, "code");
      await begin();
      await second.begin();
      expect(await world.resets.finish(grant)).toBe(true);
      expect(await held(world, person.userId)).toBe(true);
      expect(await world.resets.finish(second.grant)).toBe(true);
      expect(await held(world, person.userId)).toBe(false);
    });
  });

  describe(`the 24 hours between changes ${name} (M51, T19)`, () => {
    async function changed(way: ResetWay) {
      const first = await granted(make, way);
      await first.begin();
      await first.world.resets.finish(first.grant);
      return first;
    }

    it.each(["county", "personal-data", "default-password"] as const)(
      "after the way %s no such way is let through at 23:59:59, all are at 24:00:00, and the code always",
      async (way) => {
        const { world, person } = await changed(way);
        const { userId } = person;
        const asked = async (by: ResetWay) => (await another(world, userId, by)).begin();
        world.clock.advanceBy({ hours: 23, minutes: 59, seconds: 59 });
        for (const by of ["county", "personal-data", "default-password"] as const)
          expect(await asked(by)).toBe("refused");
        expect(await asked("code")).toBe("first");
        world.clock.advanceBy({ seconds: 1 });
        for (const by of ["county", "personal-data", "default-password"] as const)
          expect(await asked(by)).toBe("first");
      },
    );

    it("a change by code locks nothing, and does not end what another way has locked", async () => {
      const { world, person } = await changed("code");
      expect(await (await another(world, person.userId, "county")).begin()).toBe("first");
      const locked = await changed("county");
      const byCode = await another(locked.world, locked.person.userId, "code");
      await byCode.begin();
      await locked.world.resets.finish(byCode.grant);
      expect(await (await another(locked.world, locked.person.userId, "county")).begin()).toBe("refused");
    });
  });

  describe(`a reset that broke off ${name} (T45)`, () => {
    it("is due ten minutes after its last press, in no list of applications", async () => {
      const { world, grant, begin } = await granted(make);
      await begin();
      world.clock.advanceBy({ minutes: 5 });
      expect(await begin()).toBe("again");
      world.clock.advanceBy({ minutes: 10 });
      expect(await allDue(world.resets.overdue)).not.toContain(grant.grantId);
      expect(await world.resets.abandon(grant.grantId)).toBe(false);
      world.clock.advanceBy({ seconds: 1 });
      expect(await allDue(world.resets.overdue)).toContain(grant.grantId);
      expect(await allDue(world.registrations.overdue)).not.toContain(grant.grantId);
    });

    it("is given up once, however many runs there are: every session ends again and nobody can use the grant", async () => {
      const { world, person, grant, begin, find } = await granted(make);
      await begin();
      world.clock.advanceBy({ minutes: 10, seconds: 1 });
      const session = await sessionOf(world, person.userId);
      const runs = await atOnce(4, () => world.resets.abandon(grant.grantId));
      expect(runs.filter(Boolean)).toHaveLength(1);
      expect(await world.sessions.find(session)).toBeUndefined();
      expect(await held(world, person.userId)).toBe(false);
      expect(await find()).toBeUndefined();
      expect(await begin()).toBe("refused");
      expect(await allDue(world.resets.overdue)).not.toContain(grant.grantId);
    });

    it("by a run that was only slow is finished after all: the vault has the new password, no session of before lives", async () => {
      const { world, person, grant, begin } = await granted(make);
      await begin();
      world.clock.advanceBy({ minutes: 10, seconds: 1 });
      await world.resets.abandon(grant.grantId);
      const session = await sessionOf(world, person.userId);
      expect(await world.resets.finish(grant)).toBe(true);
      expect(await world.sessions.find(session)).toBeUndefined();
    });

    it("is not one when nobody pressed, or when it was finished", async () => {
      const open = await granted(make);
      const done = await granted(make);
      await done.begin();
      await done.world.resets.finish(done.grant);
      for (const { world, grant } of [open, done]) {
        world.clock.advanceBy({ hours: 1 });
        expect(await allDue(world.resets.overdue)).not.toContain(grant.grantId);
        expect(await world.resets.abandon(grant.grantId)).toBe(false);
      }
    });
  });
}
