import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { startParts } from "../service/service.ts";
import { factorWorld, withFactor } from "./world.ts";

await startParts();
const prefix = "guessing-factor-";
const world = await factorWorld(prefix);
const { factors, clock, shown, audit } = world;
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", prefix);

/** So many wrong codes, each after the longest wait; gives how many were looked at. */
async function guess(userId: string, secret: string, count: number, device?: string): Promise<number> {
  let evaluated = 0;
  for (let tries = 0; tries < count; tries += 1) {
    clock.advanceBy({ minutes: 16 });
    const { outcome } = await factors.check(userId, shown(secret, 3_600), { device });
    if (outcome === "wrong") evaluated += 1;
  }
  return evaluated;
}

const messages = async () => (await rows.all("messages")).length;

describe("guessing the second factor with a known password (T42, NIST SP 800-63B-4 3.2.2)", () => {
  it("is over after 100 wrong codes in a row: the app's codes are off until a recovery code was right", async () => {
    const { userId, secret, recoveryCodes } = await withFactor(world);
    expect(await guess(userId, secret, 110)).toBe(100);
    clock.advanceBy({ minutes: 16 });
    expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "wait", seconds: 900 });
    expect((await factors.unbind(userId, shown(secret))).outcome).toBe("wait");
    expect(await factors.check(userId, "0000-0000-0000-0000")).toEqual({ outcome: "wrong" });
    expect((await factors.check(userId, recoveryCodes[0] ?? "")).outcome).toBe("wait");
    clock.advanceBy({ minutes: 16 });
    expect(await factors.check(userId, recoveryCodes[0] ?? "")).toMatchObject({ outcome: "right" });
    expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "right" });
  });

  it("is told to the owner from the longest wait on, once a day, with a record of each (I5)", async () => {
    const { userId, secret } = await withFactor(world);
    const [before, told] = [
      await messages(),
      async () => (await audit(userId)).filter((event) => event === "second-factor.guessed").length,
    ];
    await guess(userId, secret, 9);
    expect([await told(), (await messages()) - before]).toEqual([0, 0]);
    await guess(userId, secret, 1);
    const each = (await messages()) - before;
    expect([await told(), each > 0]).toEqual([1, true]);
    await guess(userId, secret, 20);
    expect([await told(), (await messages()) - before]).toEqual([1, each]);
    clock.advanceBy({ hours: 24 });
    await guess(userId, secret, 1);
    expect([await told(), (await messages()) - before]).toEqual([2, 2 * each]);
  });

  it("at a known device does not count for others, and the other way round; each has its own hundred (T03)", async () => {
    const { userId, secret } = await withFactor(world);
    expect(await guess(userId, secret, 101)).toBe(100);
    expect(await factors.check(userId, shown(secret, 3_600), { device: "known" })).toEqual({ outcome: "wrong" });
    expect(await factors.check(userId, shown(secret), { device: "known" })).toEqual({ outcome: "right" });
    expect(await factors.check(userId, shown(secret, 30))).toEqual({ outcome: "right" });
    expect(await guess(userId, secret, 101, "known")).toBe(100);
    clock.advanceBy({ minutes: 16 });
    expect((await factors.check(userId, shown(secret), { device: "known" })).outcome).toBe("wait");
    expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "right" });
  });
});
