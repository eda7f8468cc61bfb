import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { answering } from "../logouts/receiver.ts";
import { notificationWorld } from "./notification-world.ts";

const world = await notificationWorld();
const { clock, happened, jobParts, run, service } = world;

async function oneWaiting() {
  const one = await world.platform(answering(202));
  return { one, ...(await happened(one.clientId)) };
}
const recordOf = (notificationId: unknown, eventName = "INSERT") => ({
  eventName,
  dynamodb: { Keys: { notificationId: { S: String(notificationId) } } },
});

describe("the job", () => {
  it("run eight times at once tells each platform once", async () => {
    const { one } = await oneWaiting();
    const runs = await Promise.all(Array.from({ length: 8 }, () => run()));
    expect(runs.reduce((sum, { told }) => sum + told, 0)).toBe(1);
    expect(one.told).toHaveLength(1);
  });

  it("is done by the wired handler, as its schedule and as the table's stream say (T46)", async () => {
    const { one } = await oneWaiting();
    expect(await service.jobs({ job: "send-notifications" })).toEqual({ told: 1 });
    const next = await oneWaiting();
    const ids = [next.notificationId, next.notificationId, `never-written~${next.clientId}`, "#"];
    const Records = [...ids.map((id) => recordOf(id)), null, 7];
    expect(await service.jobs({ Records: [recordOf(next.notificationId, "MODIFY")] })).toEqual({ taken: 0 });
    expect(next.one.told).toEqual([]);
    expect(await service.jobs({ Records })).toEqual({ told: 1 });
    expect(await service.jobs({ Records })).toEqual({ told: 0 });
    expect([one.told.length, next.one.told.length]).toEqual([1, 1]);
  });

  it("that told and was cut off before it could book it tells the same again, which the platform knows by its jti", async () => {
    const { one, notificationId } = await oneWaiting();
    const drop = () => Promise.reject(new Error("killed"));
    const dying = { notifications: { ...jobParts.notifications, drop } };
    await expect(run(dying)).rejects.toThrow("1 notifications could not be done");
    expect(await run()).toEqual({ told: 0 });
    clock.advanceBy({ seconds: 61 });
    expect(await run()).toEqual({ told: 1 });
    expect(one.told.map(({ token }) => decodeJwt(token).jti)).toEqual([notificationId, notificationId]);
  });

  it("in which one fails does the others all the same", async () => {
    const [bad, good] = [await oneWaiting(), await oneWaiting()];
    const find = async (clientId: string) => {
      if (clientId === bad.clientId) throw new Error("away");
      return jobParts.applications.find(clientId);
    };
    await expect(run({ applications: { find } })).rejects.toThrow("1 notifications could not be done");
    expect([bad.one.told.length, good.one.told.length]).toEqual([0, 1]);
    clock.advanceBy({ seconds: 61 });
    expect(await run()).toEqual({ told: 1 });
  });

  it("that is cut off at its last try is not followed by others without end: the platform is given up", async () => {
    const { one } = await oneWaiting();
    const tell = () => Promise.reject(new Error("killed"));
    for (let attempt = 1; attempt <= jobParts.policy.legacy.events.attempts; attempt += 1) {
      await expect(run({ notificationPost: { tell } })).rejects.toThrow("1 notifications could not be done");
      clock.advanceBy({ seconds: 61 });
    }
    expect(await run()).toEqual({ told: 0 });
    expect([one.told, await world.waiting()]).toEqual([[], []]);
    expect(world.failed.splice(0)).toEqual([`${one.clientId}: timeout`]);
  });

  it("tells nothing that was moved into another row", async () => {
    const { one, notificationId } = await oneWaiting();
    const [row] = await world.waiting();
    const moved = `moved~${one.clientId}`;
    await world.put({ ...row, notificationId: moved });
    await jobParts.notifications.drop(notificationId);
    await expect(run()).rejects.toThrow("1 notifications could not be done");
    expect(one.told).toEqual([]);
    await jobParts.notifications.drop(moved);
  });
});
