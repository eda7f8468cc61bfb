import { describe, expect, it } from "vitest";
import { inTurn, registered, signedIn } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

/** Somebody who is signed in. */
async function person(make: MakeWorld): Promise<{ world: World; userId: string; cookie: string; accountName: string }> {
  const world = make();
  const { userId, accountName } = await registered(world);
  return { world, userId, accountName, cookie: await signedIn(world, userId) };
}

const isLive = async ({ sessions }: World, cookie: string) => (await sessions.find(cookie)) !== undefined;

export function sessionsContract(name: string, make: MakeWorld): void {
  describe(`a session ${name}`, () => {
    it("finds the profile of who signed in, as it is now (M35)", async () => {
      const { world, cookie, userId, accountName } = await person(make);
      const found = await world.sessions.find(cookie);
      expect(found).toMatchObject({ userId, profile: { userId, accountName, status: "ACTIVE", epoch: 0 } });
      expect(found?.profile).toMatchObject({
        name: "測試生",
        maskedPersonId: "T-****DY",
        enrolments: [{ role: "student", school: { code: "383601" } }],
        email: { value: `${accountName}@mail.test`, proved: true },
        secondFactor: false,
        createdAt: new Date(world.clock.now()).toISOString(),
      });
      await world.change(userId, { secondFactor: "on" });
      expect((await world.sessions.find(cookie))?.profile.secondFactor).toBe(true);
    });

    it("tells how and when the person signed in (OpenID Connect: amr, auth_time)", async () => {
      const { world, userId } = await person(make);
      const cookie = await signedIn(world, userId, { methods: ["fed", "otp"] });
      const [startedAt, methods] = [world.clock.now(), ["fed", "otp"]];
      world.clock.advanceBy({ minutes: 3 });
      expect(await world.sessions.find(cookie)).toMatchObject({ startedAt, authenticatedAt: startedAt, methods });
    });

    it("has a cookie that names user and session and holds 256 random bits, another one each time (T21)", async () => {
      const { world, cookie, userId } = await person(make);
      const other = await signedIn(world, userId);
      expect(cookie).toMatch(/^[\w-]{22}\.[\w-]{22}\.[\w-]{43}$/);
      expect(cookie.split(".")[2] === other.split(".")[2]).toBe(false);
      const [found, next] = [await world.sessions.find(cookie), await world.sessions.find(other)];
      expect(found?.sessionKey).toBe(cookie.split(".")[1]);
      expect(next?.sessionKey === found?.sessionKey).toBe(false);
    });

    it("is not found by a cookie that is made up, cut, changed or of somebody else (T21)", async () => {
      const { world, cookie, userId } = await person(make);
      const { userId: otherId } = await registered(world);
      const [, key = "", secret = ""] = cookie.split(".");
      const made = [
        "",
        ".",
        "..",
        userId,
        `${userId}.${key}`,
        `${userId}.${key}.`,
        `${userId}.${secret}`,
        `${userId}.${key}.${world.ids.secret()}`,
        `${userId}.${world.ids.id()}.${secret}`,
        `${otherId}.${key}.${secret}`,
        `${cookie}.x`,
        `${cookie}x`,
        cookie.slice(0, -1),
        "a".repeat(4_000),
      ];
      for (const one of made) expect(await isLive(world, one)).toBe(false);
    });

    it("is nothing until the account lists it, and nothing is listed that was not stored (T21)", async () => {
      const { world, userId } = await person(make);
      const client = { address: "192.0.2.1", browser: "test browser" };
      const success = { device: { id: "a-device" }, forget: [], end: [] };
      const [stored, listed] = [await world.sessions.mint(userId), await world.sessions.mint(userId)];
      await world.sessions.start(stored, { epoch: 0, client, methods: ["pwd"] });
      await world.accounts.succeed(userId, { ...success, sessionKey: listed.sessionKey });
      expect(await isLive(world, stored.cookie)).toBe(false);
      expect(await isLive(world, listed.cookie)).toBe(false);
    });

    it.each([
      ["found 29 min 59 s after it was last used", 59, 29, true],
      ["over 30 min 01 s after it was last used, its row still there", 1, 30, false],
    ])("is %s (T11, T21)", async (_, seconds, minutes, isFound) => {
      const { world, cookie, userId } = await person(make);
      world.clock.advanceBy({ minutes: 20 });
      await world.sessions.find(cookie);
      world.clock.advanceBy({ minutes, seconds });
      expect((await world.rows("sessions")).join()).toContain(userId);
      expect(await isLive(world, cookie)).toBe(isFound);
    });

    it.each([
      ["found after 8 hours of steady use", 0, true],
      ["over one second later, its row still there", 1, false],
    ])("is %s (T11, T21)", async (_, seconds, isFound) => {
      const { world, cookie, userId } = await person(make);
      const found = await inTurn(24, async () => {
        world.clock.advanceBy({ minutes: 20, seconds: -1 });
        return isLive(world, cookie);
      });
      expect(found).not.toContain(false);
      world.clock.advanceBy({ seconds: 24 + seconds });
      expect((await world.rows("sessions")).join()).toContain(userId);
      expect(await isLive(world, cookie)).toBe(isFound);
    });

    it("lives on by being used, not by being looked for in vain", async () => {
      const { world, cookie } = await person(make);
      const wrong = `${cookie.slice(0, -43)}${world.ids.secret()}`;
      await inTurn(3, () => {
        world.clock.advanceBy({ minutes: 10 });
        return world.sessions.find(wrong);
      });
      world.clock.advanceBy({ seconds: 1 });
      expect(await isLive(world, cookie)).toBe(false);
    });

    it("ends with every other one when the account's epoch is raised (T17, I7)", async () => {
      const { world, cookie, userId } = await person(make);
      const other = await signedIn(world, userId);
      await world.change(userId, { epoch: 1 });
      for (const one of [cookie, other]) expect(await isLive(world, one)).toBe(false);
      expect(await isLive(world, await signedIn(world, userId, { epoch: 0 }))).toBe(false);
      expect(await isLive(world, await signedIn(world, userId, { epoch: 1 }))).toBe(true);
    });

    it("is of no use while the account is disabled (I7)", async () => {
      const { world, cookie, userId } = await person(make);
      await world.change(userId, { status: "DISABLED" });
      expect(await isLive(world, cookie)).toBe(false);
    });

    it("ends for good when the person signs out, alone, and signing out again changes nothing", async () => {
      const { world, cookie, userId } = await person(make);
      const other = await signedIn(world, userId);
      const [, sessionKey] = cookie.split(".");
      for (const _time of [1, 2]) expect(await world.sessions.end(cookie)).toEqual({ userId, sessionKey });
      expect(await world.sessions.end("made up")).toBeUndefined();
      expect(await isLive(world, cookie)).toBe(false);
      expect(await isLive(world, other)).toBe(true);
    });

    it("is not ended by who knows its key and not its secret", async () => {
      const { world, cookie } = await person(make);
      expect(await world.sessions.end(`${cookie.slice(0, -43)}${world.ids.secret()}`)).toBeUndefined();
      expect(await isLive(world, cookie)).toBe(true);
    });

    it("is not brought back by a use that comes with the signing out", async () => {
      const { world, cookie, userId } = await person(make);
      world.clock.advanceBy({ minutes: 5 });
      await Promise.all([...Array.from({ length: 8 }, () => world.sessions.find(cookie)), world.sessions.end(cookie)]);
      expect(await isLive(world, cookie)).toBe(false);
      expect((await world.rows("sessions")).join()).not.toContain(userId);
    });

    it("has one CSRF token, which no other session has (T22)", async () => {
      const { world, cookie, userId } = await person(make);
      const other = await signedIn(world, userId);
      const token = await world.sessions.csrfToken(cookie);
      expect(await world.sessions.csrfToken(cookie)).toBe(token);
      expect((await world.sessions.csrfToken(other)) === token).toBe(false);
      expect(token).toMatch(/^[\w-]{43}$/);
    });
  });
}
