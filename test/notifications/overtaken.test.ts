import { describe, expect, it } from "vitest";
import { answering } from "../logouts/receiver.ts";
import { jtisOf, notificationWorld } from "./notification-world.ts";

const world = await notificationWorld();
const { clock, happened, run, failed } = world;

/** Somebody joined an old account; the platform was away when it was told of it. */
async function notYetTold() {
  const one = await world.platform();
  one.nextAnswers(answering(503));
  const linked = await happened(one.clientId);
  await run();
  one.told.length = 0;
  clock.advanceBy({ seconds: 61 });
  const { userId, clientId } = linked;
  return { ...one, clientId, userId, linked, left: { userId, event: "unlinked" } as const };
}

describe("an event that another change has overtaken (M82)", () => {
  it("that somebody joined is not told after the help desk took it back: only that is", async () => {
    const { clientId, told, left } = await notYetTold();
    const unlinked = await happened(clientId, left);
    expect(await run()).toEqual({ told: 1 });
    expect(jtisOf(told)).toEqual([unlinked.notificationId]);
    expect([await world.waiting(), failed]).toEqual([[], []]);
  });

  it("nor when the person has joined another old account since, or came without one", async () => {
    const { clientId, userId, told, left } = await notYetTold();
    const unlinked = await happened(clientId, left);
    const other = await happened(clientId, { userId, legacyAccount: "Another_2" });
    expect(await run()).toEqual({ told: 2 });
    expect(jtisOf(told).toSorted()).toEqual([unlinked.notificationId, other.notificationId].toSorted());
    const registered = await notYetTold();
    await world.came(registered.userId, registered.clientId);
    expect(await run()).toEqual({ told: 0 });
    expect([registered.told, await world.waiting(), failed]).toEqual([[], [], []]);
  });

  it("that it was taken back is not told once the same person has joined the same account again", async () => {
    const one = await world.platform();
    const { userId } = await happened(one.clientId);
    await run();
    one.nextAnswers(answering(503));
    await happened(one.clientId, { userId, event: "unlinked" });
    await run();
    one.told.length = 0;
    clock.advanceBy({ seconds: 61 });
    const again = await happened(one.clientId, { userId });
    expect(await run()).toEqual({ told: 1 });
    expect(jtisOf(one.told)).toEqual([again.notificationId]);
    expect(await world.waiting()).toEqual([]);
  });

  it("what still holds is told however late, and of another platform of the same person", async () => {
    const { told, linked } = await notYetTold();
    const other = await world.platform();
    await happened(other.clientId, { userId: linked.userId, event: "unlinked" });
    expect(await run()).toEqual({ told: 2 });
    expect(jtisOf(told)).toEqual([linked.notificationId]);
    expect(other.told).toHaveLength(1);
  });
});
