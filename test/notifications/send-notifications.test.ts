import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { notificationPost } from "../../functions/adapters/notification-post.ts";
import { subjectOf } from "../../functions/ports/subjects.ts";
import { answering } from "../logouts/receiver.ts";
import { platformOf, platformScopes } from "../oidc/legacy-world.ts";
import { jtisOf, notificationWorld } from "./notification-world.ts";

const world = await notificationWorld();
const { clock, happened, run, vain, failed } = world;

describe("a security event token (RFC 8417, M82)", () => {
  it.each(["RS256", "ES256"] as const)(
    "says whose account was joined, as this platform knows the person, signed by %s",
    async (alg) => {
      const { clientId, application, told } = await world.platform(answering(202), { idTokenAlg: alg });
      const { notificationId, userId, at } = await happened(clientId);
      clock.advanceBy({ seconds: 90 });
      expect(await run()).toEqual({ told: 1 });
      const token = told[0]?.token ?? "";
      const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: await world.published() }), {
        issuer: world.issuer,
        audience: clientId,
        typ: "secevent+jwt",
        currentDate: new Date(clock.now()),
      });
      const seconds = Math.floor(at / 1_000);
      expect(payload).toEqual({
        iss: world.issuer,
        aud: clientId,
        iat: seconds,
        jti: notificationId,
        sub_id: { format: "iss_sub", iss: world.issuer, sub: await subjectOf(world.keys, application, userId) },
        events: { [`${world.issuer}/events/account-linked`]: { legacy_account: "Wang.Wu_1", linked_at: seconds } },
      });
      expect(decodeProtectedHeader(token)).toEqual({ alg, typ: "secevent+jwt", kid: expect.any(String) });
      expect(token).not.toContain(userId);
    },
  );

  it("says just as well that the help desk took them apart", async () => {
    const { clientId, told } = await world.platform();
    await happened(clientId, { event: "unlinked" });
    await run();
    expect(decodeJwt(told[0]?.token ?? "").events).toEqual({
      [`${world.issuer}/events/account-unlinked`]: {
        legacy_account: "Wang.Wu_1",
        unlinked_at: Math.floor(clock.now() / 1_000),
      },
    });
  });

  it("knows the same person by another subject at each platform", async () => {
    const [one, other] = [await world.platform(), await world.platform()];
    const { userId } = await happened(one.clientId);
    await happened(other.clientId, { userId });
    expect(await run()).toEqual({ told: 2 });
    const subjects = [one, other].map(({ told }) => decodeJwt<{ sub_id: { sub: string } }>(told[0]?.token ?? ""));
    expect(new Set(subjects.map(({ sub_id }) => sub_id.sub)).size).toBe(2);
  });
});

describe("an application that is removed and registered anew (T41, T43)", () => {
  it("is not told what waited for the one before, and is told what comes since", async () => {
    const { clientId, application, told } = await world.platform();
    await happened(clientId);
    await world.remove(clientId);
    clock.advanceBy({ seconds: 90 });
    await world.save(application);
    const { notificationId } = await happened(clientId);
    clock.advanceBy({ seconds: 90 });
    expect(await run()).toEqual({ told: 1 });
    expect([jtisOf(told), await world.waiting(), failed]).toEqual([[notificationId], [], []]);
  });

  it("one that was only changed is told what waited", async () => {
    const { clientId, application, told } = await world.platform();
    const { notificationId } = await happened(clientId);
    clock.advanceBy({ seconds: 90 });
    await world.save({ ...application, name: { "zh-TW": "新名", en: "New name" } });
    expect(await run()).toEqual({ told: 1 });
    expect(jtisOf(told)).toEqual([notificationId]);
  });
});

describe("what waits", () => {
  it("has the old account in no clear text, nor anybody's name", async () => {
    const { clientId } = await world.platform();
    const { userId } = await happened(clientId);
    const [row] = await world.waiting();
    expect(Object.keys(row ?? {}).toSorted()).toEqual([
      "at",
      "attempts",
      "cleanAt",
      "clientId",
      "dueAt",
      "dueShard",
      "event",
      "notificationId",
      "sealed",
      "userId",
    ]);
    expect(row).toMatchObject({ clientId, userId, event: "linked", attempts: 0 });
    expect(JSON.stringify(row)).not.toContain("Wang");
    expect(await run()).toEqual({ told: 1 });
    expect(await world.waiting()).toEqual([]);
  });

  it("is nobody's any more when the application was removed, or has no address for it by now", async () => {
    const [gone, silent] = [await world.platform(), await world.platform()];
    await happened(gone.clientId);
    await happened(silent.clientId);
    await world.remove(gone.clientId);
    const { clientId } = silent;
    await world.save({ ...silent.application, scopes: platformScopes, legacyPlatform: platformOf(clientId) });
    expect(await run()).toEqual({ told: 0 });
    expect([gone.told, silent.told, await world.waiting(), vain, failed]).toEqual([[], [], [], [], []]);
  });
});

describe("a platform that does not take it at once", () => {
  it("is told the very same a minute later, and not before: 500, then 202", async () => {
    const one = await world.platform();
    one.nextAnswers(answering(500));
    const { notificationId } = await happened(one.clientId);
    expect(await run()).toEqual({ told: 0 });
    clock.advanceBy({ seconds: 60 });
    expect([await run(), one.told.length]).toEqual([{ told: 0 }, 1]);
    clock.advanceBy({ seconds: 1 });
    expect([await run(), one.told.length]).toEqual([{ told: 1 }, 2]);
    expect(jtisOf(one.told)).toEqual([notificationId, notificationId]);
    expect(decodeJwt(one.told[1]?.token ?? "")).toEqual(decodeJwt(one.told[0]?.token ?? ""));
    expect([vain, failed, await world.waiting()]).toEqual([[`${one.clientId}: answered-otherwise`], [], []]);
  });

  it("is told what it said was wrong with it, in our log only by a known code", async () => {
    const one = await world.platform((response) => response.writeHead(400).end('{"err":"invalid_audience"}'));
    await happened(one.clientId);
    await run();
    expect(vain).toEqual([`${one.clientId}: invalid_audience`]);
    await world.remove(one.clientId);
  });

  it.each([
    ["answers 500", answering(500), "answered-otherwise"],
    ["redirects", answering(302, { location: "http://127.0.0.1:1/" }), "redirected"],
    ["hangs up", (response: { destroy(): unknown }) => response.destroy(), "unreachable"],
  ])(
    "and %s each time is tried for two to three days, thirteen times, each after twice the wait, and given up once",
    async (_, answer, why) => {
      const one = await world.platform(answer as never);
      await happened(one.clientId);
      const started = clock.now();
      const tries: number[] = [];
      for (let wait = 1; wait <= 2 ** 12; wait *= 2) {
        await run();
        tries.push(one.told.length);
        // Half the wait is too early.
        clock.advanceBy({ seconds: wait * 30 });
        await run();
        tries.push(one.told.length);
        clock.advanceBy({ seconds: wait * 30 + 1 });
      }
      expect(tries).toEqual(Array.from({ length: 26 }, (_, index) => Math.floor(index / 2) + 1));
      expect((clock.now() - started) / 86_400_000).toBeGreaterThan(2);
      await run();
      expect([one.told.length, new Set(jtisOf(one.told)).size]).toEqual([13, 1]);
      expect([vain.length, failed, await world.waiting()]).toEqual([12, [`${one.clientId}: ${why}`], []]);
    },
  );

  it("and whose name leads inside is never reached, and given up like the others (T41)", async () => {
    const inside = "https://127.0.0.1/events";
    const one = await world.platform(answering(202), { eventsUri: inside });
    await happened(one.clientId);
    const elsewhere = { notificationPost: notificationPost({ patience: 3, onLoopback: false }) };
    expect(await run(elsewhere)).toEqual({ told: 0 });
    expect(vain).toEqual([`${one.clientId}: internal-address`]);
    await world.remove(one.clientId);
  });
});

describe("one that hangs (T41)", () => {
  it("delays no other: nine hold their answers until the tenth was told", async () => {
    const tenth = Promise.withResolvers<void>();
    const nine = await Promise.all(
      Array.from({ length: 9 }, () =>
        world.platform(async (response) => {
          await tenth.promise;
          response.writeHead(202).end();
        }),
      ),
    );
    const last = await world.platform((response) => {
      response.writeHead(202).end();
      tenth.resolve();
    });
    for (const { clientId } of [...nine, last]) await happened(clientId);
    // Had the tenth to wait for any of them, they would be given up for this time.
    expect(await run()).toEqual({ told: 10 });
  });

  it("delays no other by many events of its own either", async () => {
    const free = Promise.withResolvers<void>();
    const slow = await world.platform(async (response) => {
      await free.promise;
      response.writeHead(202).end();
    });
    const quick = await world.platform((response) => {
      response.writeHead(202).end();
      free.resolve();
    });
    for (let people = 0; people < 30; people += 1) await happened(slow.clientId);
    await happened(quick.clientId);
    expect(await run()).toEqual({ told: 31 });
  });

  it("is given up for this time after the patience, and told again", async () => {
    const one = await world.platform(() => undefined);
    await happened(one.clientId);
    const short = { notificationPost: notificationPost({ patience: 0.05, onLoopback: true }) };
    expect(await run(short)).toEqual({ told: 0 });
    expect(vain).toEqual([`${one.clientId}: timeout`]);
    clock.advanceBy({ seconds: 61 });
    one.nextAnswers(answering(202));
    expect(await run()).toEqual({ told: 1 });
    expect(new Set(jtisOf(one.told)).size).toBe(1);
  });
});
