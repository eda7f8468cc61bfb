import { describe, expect, it } from "vitest";
import type { SignInMethod } from "../../functions/contract/oidc.ts";
import { atOnce, inTurn, registered, run, signedIn } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

async function person(make: MakeWorld): Promise<{ world: World; userId: string; cookie: string }> {
  const world = make();
  const { userId } = await registered(world);
  return { world, userId, cookie: await signedIn(world, userId) };
}

const isLive = async ({ sessions }: World, cookie: string) => (await sessions.find(cookie)) !== undefined;
const keyOf = (cookie: string) => cookie.split(".")[1] ?? "";
const livesOf = (world: World, cookies: readonly string[]) => Promise.all(cookies.map((one) => isLive(world, one)));

export function sessionListContract(name: string, make: MakeWorld): void {
  describe(`at most ten sessions of an account ${name} (T21, ASVS 7.1.2)`, () => {
    it("live: the eleventh ends the oldest, whoever asks for it afterwards", async () => {
      const { world, userId, cookie } = await person(make);
      const others = await inTurn(9, () => {
        world.clock.advanceBy({ seconds: 1 });
        return signedIn(world, userId);
      });
      expect(await livesOf(world, [cookie, ...others])).toEqual(run([true, 10]));
      world.clock.advanceBy({ seconds: 1 });
      const eleventh = await signedIn(world, userId);
      expect(await livesOf(world, [cookie, ...others, eleventh])).toEqual(run<boolean>([false, 1], [true, 10]));
    });

    it("live, however many sign in at once", async () => {
      const { world, userId } = await person(make);
      world.clock.advanceBy({ seconds: 1 });
      const cookies = await atOnce(16, () => signedIn(world, userId));
      expect((await livesOf(world, cookies)).filter(Boolean)).toHaveLength(10);
      expect(await world.sessions.list(userId)).toHaveLength(10);
    });

    it("do not make room for one another by being over: a place is free when one signs out", async () => {
      const { world, userId, cookie } = await person(make);
      const others = await inTurn(9, () => {
        world.clock.advanceBy({ seconds: 1 });
        return signedIn(world, userId);
      });
      await world.sessions.end(others[8]!);
      world.clock.advanceBy({ seconds: 1 });
      await signedIn(world, userId);
      expect(await isLive(world, cookie)).toBe(true);
    });
  });

  describe(`where an account is signed in ${name}`, () => {
    it("is told newest first, with address, browser and times; never what is over or of somebody else", async () => {
      const { world, userId, cookie } = await person(make);
      await signedIn(world, (await registered(world)).userId);
      const startedAt = world.clock.now();
      world.clock.advanceBy({ minutes: 29 });
      const other = await signedIn(world, userId, { address: "192.0.2.7" });
      const now = world.clock.now();
      expect(await world.sessions.list(userId)).toEqual([
        { sessionKey: keyOf(other), address: "192.0.2.7", browser: "test browser", startedAt: now, lastSeenAt: now },
        {
          sessionKey: keyOf(cookie),
          address: "192.0.2.1",
          browser: "test browser",
          startedAt,
          lastSeenAt: startedAt,
        },
      ]);
      world.clock.advanceBy({ minutes: 1, seconds: 1 });
      expect((await world.sessions.list(userId)).map(({ sessionKey }) => sessionKey)).toEqual([keyOf(other)]);
      await world.change(userId, { epoch: 1 });
      expect(await world.sessions.list(userId)).toEqual([]);
      expect(await world.sessions.list(world.ids.id())).toEqual([]);
    });

    it("ends where the owner says, with a record of each and a logout asked for; the others live on (I5, T41)", async () => {
      const { world, userId, cookie } = await person(make);
      const others = [await signedIn(world, userId), await signedIn(world, userId)];
      const keys = others.map(keyOf);
      expect(await world.sessions.endThese(userId, [...keys, "made-up"])).toBe(2);
      expect(await livesOf(world, [cookie, ...others])).toEqual([true, false, false]);
      expect(await world.sessions.endThese(userId, keys)).toBe(0);
      const ofUser = async (table: "audit" | "logouts") =>
        (await world.rows(table)).filter((row) => row.includes(userId));
      expect((await ofUser("audit")).filter((row) => row.includes("session.ended"))).toHaveLength(2);
      expect(await ofUser("logouts")).toHaveLength(2);
    });

    it("is not ended by another account that knows the key (T26)", async () => {
      const { world, userId, cookie } = await person(make);
      const { userId: otherId } = await registered(world);
      await signedIn(world, otherId);
      expect(await world.sessions.endThese(otherId, [keyOf(cookie)])).toBe(0);
      expect(await isLive(world, cookie)).toBe(true);
      expect(await world.sessions.list(userId)).toHaveLength(1);
    });
  });

  describe(`a session under a new secret ${name} (T21)`, () => {
    const rotated = async (
      world: World,
      cookie: string,
      change: { methods?: readonly SignInMethod[]; epoch?: number },
    ) => {
      const session = await world.sessions.find(cookie);
      if (session === undefined) throw new Error("there is no session to rotate");
      return world.sessions.rotate(session, change);
    };

    it("is the same session to its account and to applications; the old cookie is worth nothing", async () => {
      const { world, userId, cookie } = await person(make);
      world.clock.advanceBy({ minutes: 10 });
      const next = (await rotated(world, cookie, { methods: ["pwd", "otp"] })) ?? "";
      expect(keyOf(next)).toBe(keyOf(cookie));
      expect(next.split(".")[2] === cookie.split(".")[2]).toBe(false);
      expect(await livesOf(world, [cookie, next])).toEqual([false, true]);
      expect(await world.sessions.find(next)).toMatchObject({
        methods: ["pwd", "otp"],
        authenticatedAt: world.clock.now(),
        startedAt: world.clock.now() - 600_000,
      });
      expect(await world.sessions.list(userId)).toHaveLength(1);
      expect(await world.sessions.end(`${userId}.${keyOf(cookie)}.${"A".repeat(43)}`)).toBeUndefined();
      expect(await isLive(world, next)).toBe(true);
    });

    it("is ended for good by the cookie before it too, which opens nothing (ASVS 7.4.1)", async () => {
      const { world, userId, cookie } = await person(make);
      const next = (await rotated(world, cookie, { methods: ["pwd"] })) ?? "";
      expect(await livesOf(world, [cookie, next])).toEqual([false, true]);
      expect(await world.sessions.end(cookie)).toEqual({ userId, sessionKey: keyOf(cookie) });
      expect(await livesOf(world, [cookie, next])).toEqual([false, false]);
    });

    it("says what was given last, and nothing that was given before it (T18, ASVS 6.8.4)", async () => {
      const { world, userId } = await person(make);
      const cookie = await signedIn(world, userId, { methods: ["pwd", "otp"] });
      const signedInAt = world.clock.now();
      world.clock.advanceBy({ minutes: 10 });
      const unproved = (await rotated(world, cookie, {})) ?? "";
      const kept = { methods: ["pwd", "otp"], authenticatedAt: signedInAt };
      expect(await world.sessions.find(unproved)).toMatchObject(kept);
      const proved = (await rotated(world, unproved, { methods: ["pwd"] })) ?? "";
      const said = { methods: ["pwd"], authenticatedAt: world.clock.now() };
      expect(await world.sessions.find(proved)).toMatchObject(said);
    });

    it("is made once by many at once: one cookie, and it lives", async () => {
      const { world, cookie } = await person(make);
      const session = await world.sessions.find(cookie);
      const cookies = await atOnce(8, () => world.sessions.rotate(session!, { methods: ["pwd"] }));
      const made = cookies.filter((one) => one !== undefined);
      expect(made).toHaveLength(1);
      expect(await isLive(world, made[0]!)).toBe(true);
    });

    it("is not made of one that ended meanwhile", async () => {
      const { world, cookie } = await person(make);
      const session = await world.sessions.find(cookie);
      await world.sessions.end(cookie);
      expect(await world.sessions.rotate(session!, { methods: ["pwd"] })).toBeUndefined();
    });

    it("lives under the epoch that was raised with it, alone (T17)", async () => {
      const { world, userId, cookie } = await person(make);
      const other = await signedIn(world, userId);
      const session = await world.sessions.find(cookie);
      await world.change(userId, { epoch: 1 });
      const next = (await world.sessions.rotate(session!, { epoch: 1 })) ?? "";
      expect(await livesOf(world, [cookie, other, next])).toEqual([false, false, true]);
    });

    it("lives no longer for it: eight hours from the sign-in", async () => {
      const { world, cookie } = await person(make);
      let next = cookie;
      await inTurn(24, async () => {
        world.clock.advanceBy({ minutes: 20 });
        next = (await rotated(world, next, { methods: ["pwd"] })) ?? "";
      });
      expect(await isLive(world, next)).toBe(true);
      world.clock.advanceBy({ seconds: 1 });
      expect(await isLive(world, next)).toBe(false);
    });

    it.each([
      ["fresh", "5:00", ["pwd"], 0, true],
      ["not fresh any more", "5:01", ["pwd"], 1, false],
      ["never fresh by a county's word", "0:00", ["fed"], -300, false],
    ] as const)("is %s %s after it was authenticated by %j (T20)", async (_, _time, methods, seconds, isFresh) => {
      const { world, userId } = await person(make);
      const cookie = await signedIn(world, userId, { methods });
      world.clock.advanceBy({ minutes: 5, seconds });
      expect((await world.sessions.find(cookie))?.fresh).toBe(isFresh);
    });

    it("is fresh again by the password, and not by a change that proved nothing (T20)", async () => {
      const { world, cookie } = await person(make);
      world.clock.advanceBy({ minutes: 6 });
      const unproved = (await rotated(world, cookie, {})) ?? "";
      expect((await world.sessions.find(unproved))?.fresh).toBe(false);
      const proved = (await rotated(world, unproved, { methods: ["pwd"] })) ?? "";
      expect((await world.sessions.find(proved))?.fresh).toBe(true);
    });
  });

  describe(`signing in again in the same browser ${name}`, () => {
    it("goes on under the key of its session with a new secret: one session, not two (T21)", async () => {
      const { world, userId, cookie } = await person(make);
      world.clock.advanceBy({ minutes: 1 });
      const again = await signedIn(world, userId, { over: cookie });
      expect(keyOf(again)).toBe(keyOf(cookie));
      expect(await livesOf(world, [cookie, again])).toEqual([false, true]);
      expect(await world.sessions.list(userId)).toHaveLength(1);
    });

    it("goes on under its key for a day; then that session ends, and its applications are told (T41)", async () => {
      const { world, userId, cookie } = await person(make);
      let latest = cookie;
      for (let halfHour = 0; halfHour < 48; halfHour += 1) {
        world.clock.advanceBy({ minutes: 30 });
        latest = await signedIn(world, userId, { over: latest });
      }
      expect(keyOf(latest)).toBe(keyOf(cookie));
      expect((await world.rows("logouts")).join()).not.toContain(keyOf(cookie));
      world.clock.advanceBy({ seconds: 1 });
      const other = await signedIn(world, userId, { over: latest });
      expect(keyOf(other)).not.toBe(keyOf(cookie));
      expect(await livesOf(world, [latest, other])).toEqual([false, true]);
      expect((await world.rows("logouts")).filter((row) => row.includes(keyOf(cookie)))).toHaveLength(1);
      expect(await world.sessions.list(userId)).toHaveLength(1);
    });

    it("takes nothing over from a cookie of another account or from any text (T21)", async () => {
      const { world, userId, cookie } = await person(make);
      const { userId: otherId } = await registered(world);
      for (const over of [cookie, "planted.value", ""]) {
        const minted = await world.sessions.mint(otherId, over);
        expect([minted.over, minted.sessionKey === keyOf(cookie)]).toEqual([false, false]);
      }
      expect((await world.sessions.mint(userId, cookie)).over).toBe(true);
    });

    it("takes nothing over by the key alone, nor by a cookie of before, nor by one that is over (T21)", async () => {
      const { world, userId, cookie } = await person(make);
      const next = (await world.sessions.rotate((await world.sessions.find(cookie))!, { methods: ["pwd"] })) ?? "";
      const guessed = `${userId}.${keyOf(cookie)}.${"A".repeat(43)}`;
      const overs = async () => {
        const minted = [guessed, cookie, next].map((one) => world.sessions.mint(userId, one));
        return (await Promise.all(minted)).map(({ over, sessionKey }) => [over, sessionKey === keyOf(cookie)]);
      };
      const no = [false, false];
      expect(await overs()).toEqual([no, no, [true, true]]);
      world.clock.advanceBy({ minutes: 31 });
      expect(await overs()).toEqual([no, no, no]);
    });
  });
}
