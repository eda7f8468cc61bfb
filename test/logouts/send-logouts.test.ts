import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JWK, jwtVerify } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { sidOf, subjectOf } from "../../functions/ports/subjects.ts";
import { logoutWorld } from "./logout-world.ts";
import { answering } from "./receiver.ts";

const world = await logoutWorld();
const { clock, logouts, run, signedIn, person, failed } = world;
beforeEach(() => void failed.splice(0));

const publicOf = ({ d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...key }: JWK): JWK => key;
const jtiOf = (token: string | undefined) => decodeJwt(token ?? "").jti;

describe("a logout token (Back-Channel Logout 1.0 §2.4, T41)", () => {
  it.each(["RS256", "ES256"] as const)(
    "says who, which session and what, signed by %s, and lives two minutes",
    async (alg) => {
      const [userId, sessionKey] = [person(), "session-1"];
      const { clientId, application, told } = await world.application(answering(200), { idTokenAlg: alg });
      await signedIn(userId, clientId, sessionKey);
      await logouts.ask(userId, sessionKey);
      expect(await run()).toEqual({ told: 1 });
      expect(told).toMatchObject([{ method: "POST", contentType: "application/x-www-form-urlencoded" }]);
      const token = told[0]?.token ?? "";
      const published = createLocalJWKSet({ keys: (await world.signingKeys.ring()).keys.map(publicOf) });
      const { payload } = await jwtVerify(token, published, { currentDate: new Date(clock.now()) });
      const iat = Math.floor(clock.now() / 1_000);
      expect(payload).toEqual({
        iss: world.issuer,
        aud: clientId,
        iat,
        exp: iat + 120,
        jti: expect.stringMatching(/^[\w-]{22}$/),
        events: { "http://schemas.openid.net/event/backchannel-logout": {} },
        sub: await subjectOf(world.keys, application, userId),
        sid: await sidOf(world.keys, sessionKey, clientId),
      });
      expect(decodeProtectedHeader(token)).toEqual({ alg, typ: "logout+jwt", kid: expect.any(String) });
      expect(token).not.toContain(userId);
    },
  );
});

describe("who is told of a sign-out (T17, T41)", () => {
  it("the applications of the session that ended, and no others'", async () => {
    const userId = person();
    const [one, other, silent] = [
      await world.application(),
      await world.application(),
      await world.application(answering(200), { backchannelLogoutUri: undefined }),
    ];
    await signedIn(userId, one.clientId, "session-a");
    await signedIn(userId, one.clientId, "session-a");
    await signedIn(userId, silent.clientId, "session-a");
    await signedIn(userId, other.clientId, "session-b");
    await logouts.ask(userId, "session-a");
    expect(await run()).toEqual({ told: 1 });
    expect([one.told.length, other.told.length, silent.told.length]).toEqual([1, 0, 0]);
  });

  it("of a whole account each application once for each session that may still live: a day of renewals and eight hours", async () => {
    const userId = person();
    const [one, other] = [await world.application(), await world.application()];
    const hours = (count: number) => clock.now() - count * 3_600_000;
    await signedIn(userId, one.clientId, "older", hours(32) - 1);
    await signedIn(userId, one.clientId, "old", hours(32));
    await signedIn(userId, one.clientId, "new");
    await signedIn(userId, other.clientId, "new");
    await signedIn(person(), other.clientId, "somebody-else's");
    await logouts.ask(userId, undefined);
    expect(await run()).toEqual({ told: 3 });
    const sids = one.told.map(({ token }) => decodeJwt(token).sid);
    const wanted = await Promise.all(["old", "new"].map((key) => sidOf(world.keys, key, one.clientId)));
    expect(sids.toSorted()).toEqual(wanted.toSorted());
    expect(other.told).toHaveLength(1);
  });

  it("nobody, when the person used no application: the ask is gone", async () => {
    await logouts.ask(person(), "session");
    expect(await run()).toEqual({ told: 0 });
    expect(await world.waiting()).toEqual([]);
  });

  it("not an application that was removed meanwhile, nor one without an address by now", async () => {
    const userId = person();
    const one = await world.application(answering(500));
    await signedIn(userId, one.clientId, "session");
    await logouts.ask(userId, "session");
    await run();
    await world.remove(one.clientId);
    clock.advanceBy({ minutes: 2 });
    expect(await run()).toEqual({ told: 0 });
    expect([one.told.length, await world.waiting(), failed]).toEqual([1, [], []]);
  });
});

describe("an application that is not told at once (T41)", () => {
  it("is told a minute later, with a new jti, and not before", async () => {
    const userId = person();
    const one = await world.application();
    one.nextAnswers(answering(500));
    await signedIn(userId, one.clientId, "session");
    await logouts.ask(userId, "session");
    expect(await run()).toEqual({ told: 0 });
    clock.advanceBy({ seconds: 60 });
    expect([await run(), one.told.length]).toEqual([{ told: 0 }, 1]);
    clock.advanceBy({ seconds: 1 });
    expect([await run(), one.told.length]).toEqual([{ told: 1 }, 2]);
    expect(jtiOf(one.told[1]?.token)).not.toBe(jtiOf(one.told[0]?.token));
    expect([await world.waiting(), failed]).toEqual([[], []]);
  });

  it.each([
    ["answers 500", answering(500), "answered-otherwise"],
    ["answers 400", answering(400), "answered-otherwise"],
    ["redirects", answering(302, { location: "http://127.0.0.1:1/" }), "redirected"],
    ["hangs up", (response: { destroy(): unknown }) => response.destroy(), "unreachable"],
  ])("and %s three times is given up, and counted once", async (_, answer, why) => {
    const userId = person();
    const one = await world.application(answer as never);
    await signedIn(userId, one.clientId, "session");
    await logouts.ask(userId, "session");
    for (let minute = 0; minute < 12; minute += 1) {
      await run();
      clock.advanceBy({ minutes: 1, seconds: 1 });
    }
    expect(one.told).toHaveLength(3);
    expect(new Set(one.told.map(({ token }) => jtiOf(token))).size).toBe(3);
    expect(failed).toEqual([`${one.clientId}: ${why}`]);
    expect(await world.waiting()).toEqual([]);
  });
});

describe("one that hangs (T41)", () => {
  it("delays no other: of ten receivers nine hold their answers until the tenth was told", async () => {
    const userId = person();
    const tenth = Promise.withResolvers<void>();
    const nine = await Promise.all(
      Array.from({ length: 9 }, () =>
        world.application(async (response) => {
          await tenth.promise;
          response.writeHead(200).end();
        }),
      ),
    );
    const last = await world.application((response) => {
      response.writeHead(200).end();
      tenth.resolve();
    });
    for (const { clientId } of [...nine, last]) await signedIn(userId, clientId, "session");
    await logouts.ask(userId, "session");
    // Had the tenth to wait for any of them, they would be given up for this time.
    expect(await run()).toEqual({ told: 10 });
    expect([...nine, last].map(({ told }) => told.length)).toEqual(Array(10).fill(1));
  });

  it("delays no other by many logouts of its own either", async () => {
    const [userId, free] = [person(), Promise.withResolvers<void>()];
    const slow = await world.application(async (response) => {
      await free.promise;
      response.writeHead(200).end();
    });
    const quick = await world.application((response) => {
      response.writeHead(200).end();
      free.resolve();
    });
    for (let session = 0; session < 30; session += 1) await signedIn(userId, slow.clientId, `session-${session}`);
    await signedIn(userId, quick.clientId, "session-30");
    await logouts.ask(userId, undefined);
    expect(await run()).toEqual({ told: 31 });
  });

  it("is given up for this time after the patience, and asked again", async () => {
    const userId = person();
    const one = await world.application(() => undefined);
    await signedIn(userId, one.clientId, "session");
    await logouts.ask(userId, "session");
    const { logoutPost } = await import("../../functions/adapters/logout-post.ts");
    const short = { logoutPost: logoutPost({ patience: 1, onLoopback: true }) };
    expect(await run(short)).toEqual({ told: 0 });
    expect(one.told).toHaveLength(1);
    expect(await world.waiting()).toMatchObject([{ kind: "tell", clientId: one.clientId, attempts: 1 }]);
    clock.advanceBy({ seconds: 61 });
    one.nextAnswers(answering(204));
    expect(await run()).toEqual({ told: 1 });
  });
});
