import { describe, expect, it } from "vitest";
import { inTurn, registered } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

const client = { address: "192.0.2.1", browser: "test browser" };

/** Somebody who is signed in. */
async function signedIn(
  make: MakeWorld,
): Promise<{ world: World; userId: string; cookie: string; accountName: string }> {
  const world = make();
  const { userId, accountName } = await registered(world);
  return { world, userId, accountName, cookie: await world.sessions.start({ userId, epoch: 0, client }) };
}

export function sessionsContract(name: string, make: MakeWorld): void {
  describe(`a session ${name}`, () => {
    it("finds the profile of who signed in, as it is now (M35)", async () => {
      const { world, cookie, userId, accountName } = await signedIn(make);
      const found = await world.sessions.find(cookie);
      expect(found).toMatchObject({ userId, profile: { userId, accountName, status: "ACTIVE", epoch: 0 } });
      expect(found?.profile).toMatchObject({
        name: "測試生",
        maskedPersonId: "T-****DY",
        enrolments: [{ role: "student", school: { code: "383601" } }],
        email: { value: `${accountName}@mail.test`, proved: true },
        createdAt: new Date(world.clock.now()).toISOString(),
      });
    });

    it("has a cookie that names the user and holds 256 random bits, another one each time (T21)", async () => {
      const { world, cookie, userId } = await signedIn(make);
      const other = await world.sessions.start({ userId, epoch: 0, client });
      expect(cookie).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
      expect(other === cookie).toBe(false);
      expect((await world.sessions.find(cookie))?.sessionKey).not.toBe((await world.sessions.find(other))?.sessionKey);
    });

    it("is not found by a cookie that is made up, cut, changed or of somebody else (T21)", async () => {
      const { world, cookie, userId } = await signedIn(make);
      const { userId: otherId } = await registered(world);
      const secret = cookie.slice(userId.length + 1);
      const made = [
        "",
        ".",
        userId,
        `${userId}.`,
        `${userId}.${world.ids.secret()}`,
        `${otherId}.${secret}`,
        `${cookie}.x`,
        `${cookie}x`,
        cookie.slice(0, -1),
        "a".repeat(4_000),
      ];
      for (const one of made) expect(await world.sessions.find(one)).toBeUndefined();
    });

    it.each([
      ["found 29 min 59 s after it was last used", 59, 29, true],
      ["over 30 min 01 s after it was last used, its row still there", 1, 30, false],
    ])("is %s (T11, T21)", async (_, seconds, minutes, isFound) => {
      const { world, cookie, userId } = await signedIn(make);
      world.clock.advanceBy({ minutes: 20 });
      await world.sessions.find(cookie);
      world.clock.advanceBy({ minutes, seconds });
      expect((await world.rows("sessions")).join()).toContain(userId);
      expect((await world.sessions.find(cookie)) !== undefined).toBe(isFound);
    });

    it.each([
      ["found after 8 hours of steady use", 0, true],
      ["over one second later, its row still there", 1, false],
    ])("is %s (T11, T21)", async (_, seconds, isFound) => {
      const { world, cookie, userId } = await signedIn(make);
      const found = await inTurn(24, async () => {
        world.clock.advanceBy({ minutes: 20, seconds: -1 });
        return (await world.sessions.find(cookie)) !== undefined;
      });
      expect(found).not.toContain(false);
      world.clock.advanceBy({ seconds: 24 + seconds });
      expect((await world.rows("sessions")).join()).toContain(userId);
      expect((await world.sessions.find(cookie)) !== undefined).toBe(isFound);
    });

    it("lives on by being used, not by being looked for in vain", async () => {
      const { world, cookie, userId } = await signedIn(make);
      await inTurn(3, () => {
        world.clock.advanceBy({ minutes: 10 });
        return world.sessions.find(`${userId}.${world.ids.secret()}`);
      });
      world.clock.advanceBy({ seconds: 1 });
      expect(await world.sessions.find(cookie)).toBeUndefined();
    });

    it("ends with every other one when the account's epoch is raised (T17, I7)", async () => {
      const { world, cookie, userId } = await signedIn(make);
      const other = await world.sessions.start({ userId, epoch: 0, client });
      await world.change(userId, { epoch: 1 });
      expect(await Promise.all([cookie, other].map((one) => world.sessions.find(one)))).toEqual([undefined, undefined]);
      const late = await world.sessions.start({ userId, epoch: 0, client });
      expect(await world.sessions.find(late)).toBeUndefined();
      const next = await world.sessions.start({ userId, epoch: 1, client });
      expect(await world.sessions.find(next)).toBeDefined();
    });

    it("is of no use while the account is disabled (I7)", async () => {
      const { world, cookie, userId } = await signedIn(make);
      await world.change(userId, { status: "DISABLED" });
      expect(await world.sessions.find(cookie)).toBeUndefined();
    });

    it("ends for good when the person signs out, alone, and signing out again changes nothing", async () => {
      const { world, cookie, userId } = await signedIn(make);
      const other = await world.sessions.start({ userId, epoch: 0, client });
      for (const one of [cookie, cookie, "made up"]) await world.sessions.end(one);
      expect(await world.sessions.find(cookie)).toBeUndefined();
      expect(await world.sessions.find(other)).toBeDefined();
    });

    it("is not brought back by a use that comes with the signing out", async () => {
      const { world, cookie, userId } = await signedIn(make);
      world.clock.advanceBy({ minutes: 5 });
      await Promise.all([...Array.from({ length: 8 }, () => world.sessions.find(cookie)), world.sessions.end(cookie)]);
      expect(await world.sessions.find(cookie)).toBeUndefined();
      expect((await world.rows("sessions")).join()).not.toContain(userId);
    });

    it("has one CSRF token, which no other session has (T22)", async () => {
      const { world, cookie, userId } = await signedIn(make);
      const other = await world.sessions.start({ userId, epoch: 0, client });
      const token = await world.sessions.csrfToken(cookie);
      expect(await world.sessions.csrfToken(cookie)).toBe(token);
      expect((await world.sessions.csrfToken(other)) === token).toBe(false);
      expect(token).toMatch(/^[\w-]{43}$/);
    });
  });
}
