import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { sendTheseLogouts } from "../../functions/jobs/send-logouts.ts";
import { logoutWorld } from "./logout-world.ts";
import { answering } from "./receiver.ts";

const world = await logoutWorld();
const { clock, jobParts, logouts, run, signedIn, person, service } = world;

/** Somebody signed in to an application; gives how often it was told. */
async function askedFor() {
  const [userId, one] = [person(), await world.application()];
  await signedIn(userId, one.clientId, "session");
  await logouts.ask(userId, "session");
  return { userId, one };
}
const recordOf = (logoutId: unknown) => ({
  eventName: "INSERT",
  dynamodb: { Keys: { logoutId: { S: String(logoutId) } } },
});

describe("the job", () => {
  it("run eight times at once tells each application once", async () => {
    const { one } = await askedFor();
    const runs = await Promise.all(Array.from({ length: 8 }, () => run()));
    expect(runs.reduce((sum, { told }) => sum + told, 0)).toBe(1);
    expect(one.told).toHaveLength(1);
  });

  it("is done by the wired handler, as its schedule and as the table's stream say (T46)", async () => {
    const { one } = await askedFor();
    expect(await service.jobs({ job: "send-logouts" })).toEqual({ told: 1 });
    const next = await askedFor();
    const [row] = await world.waiting();
    const records = [
      recordOf(row?.logoutId),
      recordOf(row?.logoutId),
      recordOf("never-written"),
      recordOf("#"),
      null,
      7,
    ];
    expect(await service.jobs({ Records: records })).toEqual({ told: 1 });
    expect(await service.jobs({ Records: records })).toEqual({ told: 0 });
    expect([one.told.length, next.one.told.length]).toEqual([1, 1]);
  });

  it("leaves what its own run tells to that run when the stream names it", async () => {
    const { one } = await askedFor();
    const written = Promise.withResolvers<readonly string[]>();
    const slow = {
      ...jobParts,
      logoutPost: {
        async tell(address: string, token: string) {
          written.resolve((await world.waiting()).map(({ logoutId }) => String(logoutId)));
          expect(await sendTheseLogouts(await written.promise, jobParts)).toEqual({ told: 0 });
          return jobParts.logoutPost.tell(address, token);
        },
      },
    };
    expect(await run(slow)).toEqual({ told: 1 });
    expect(await written.promise).toEqual([expect.stringContaining(`~${one.clientId}~session`)]);
    expect(one.told).toHaveLength(1);
  });

  it("that dies before it could tell is followed by another a minute later (S3)", async () => {
    const { one } = await askedFor();
    const dying = { ...jobParts.logouts, expand: () => Promise.reject(new Error("killed")) };
    await expect(run({ logouts: dying })).rejects.toThrow("1 logouts could not be done");
    expect(await run()).toEqual({ told: 0 });
    clock.advanceBy({ seconds: 61 });
    expect(await run()).toEqual({ told: 1 });
    expect([one.told.length, await world.waiting()]).toEqual([1, []]);
  });

  it("that cannot book what it told tells the others first, and is seen to have failed", async () => {
    const [first, second] = [await askedFor(), await askedFor()];
    const drop = (logoutId: string) =>
      logoutId.includes(first.one.clientId) ? Promise.reject(new Error("down")) : jobParts.logouts.drop(logoutId);
    await expect(run({ logouts: { ...jobParts.logouts, drop } })).rejects.toThrow("1 logouts could not be done");
    expect([first.one.told.length, second.one.told.length]).toEqual([1, 1]);
    clock.advanceBy({ seconds: 61 });
    expect(await run()).toEqual({ told: 1 });
    expect([first.one.told.length, second.one.told.length]).toEqual([2, 1]);
  });

  it("that is cut off at its last try is not followed by others without end: the application is given up (T41)", async () => {
    const { one } = await askedFor();
    const cutOff = { ...jobParts.logoutPost, tell: () => Promise.reject(new Error("killed")) };
    for (let attempt = 1; attempt <= jobParts.policy.logout.attempts; attempt += 1) {
      await expect(run({ logoutPost: cutOff })).rejects.toThrow("1 logouts could not be done");
      clock.advanceBy({ minutes: 10 });
    }
    expect(await run()).toEqual({ told: 0 });
    expect([one.told.length, await world.waiting()]).toEqual([0, []]);
    expect(world.failed.splice(0)).toEqual([`${one.clientId}: timeout`]);
  });

  it("books each try with a receiver that changes the protocol, and gives it up after the third (T41)", async () => {
    const server = createServer((socket: Socket) => {
      socket.once("error", () => undefined);
      socket.once("data", () =>
        socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"),
      );
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const backchannelLogoutUri = `http://127.0.0.1:${port}/`;
    const [userId, one] = [person(), await world.application(answering(200), { backchannelLogoutUri })];
    await signedIn(userId, one.clientId, "session");
    await logouts.ask(userId, "session");
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await run()).toEqual({ told: 0 });
      clock.advanceBy({ minutes: 10 });
    }
    expect([await world.waiting(), world.failed.splice(0)]).toEqual([[], [`${one.clientId}: unreachable`]]);
    await once(server.close(), "close");
  });

  it("takes a person with more sessions than one transaction holds", async () => {
    const [userId, one] = [person(), await world.application()];
    for (let session = 0; session < 120; session += 1) await signedIn(userId, one.clientId, `session-${session}`);
    await logouts.ask(userId, undefined);
    expect(await run()).toEqual({ told: 120 });
    expect([one.told.length, await world.waiting()]).toEqual([120, []]);
  });
});

describe("what waits", () => {
  it("has no name, no address and no secret in it", async () => {
    const { userId } = await askedFor();
    const [row] = await world.waiting();
    expect(Object.keys(row ?? {}).toSorted()).toEqual(
      ["at", "cleanAt", "dueAt", "dueShard", "kind", "logoutId", "sessionKey", "userId"].toSorted(),
    );
    expect(row).toMatchObject({ kind: "ask", userId, sessionKey: "session" });
    await run();
  });
});
