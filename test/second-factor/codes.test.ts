import { describe, expect, it } from "vitest";
import { startParts } from "../service/service.ts";
import { factorWorld, withFactor } from "./world.ts";

await startParts();
const world = await factorWorld("factor-codes-");
const { factors, clock, shown } = world;
const outcomes = (all: readonly { outcome: string }[]) => all.map(({ outcome }) => outcome).toSorted();

describe("a code of the authenticator app (M63, T42)", () => {
  it.each([
    [-60, "wrong"],
    [-30, "right"],
    [0, "right"],
    [30, "right"],
    [60, "wrong"],
  ])("of an app whose clock is %i s off is %s", async (seconds, outcome) => {
    const { userId, secret } = await withFactor(world);
    expect(await factors.check(userId, shown(secret, seconds))).toEqual({ outcome });
  });

  it.each([15, 29])("%i s into a step, is right one step away and wrong two away", async (seconds) => {
    const { userId, secret } = await withFactor(world);
    clock.advanceBy({ seconds });
    expect(await factors.check(userId, shown(secret, -60))).toEqual({ outcome: "wrong" });
    expect(await factors.check(userId, shown(secret, 60))).toEqual({ outcome: "wrong" });
    expect(await factors.check(userId, shown(secret, -30))).toEqual({ outcome: "right" });
    expect(await factors.check(userId, shown(secret, 30))).toEqual({ outcome: "right" });
  });

  it("may be typed as apps show it, with spaces or wide digits", async () => {
    const { userId, secret } = await withFactor(world);
    const code = shown(secret);
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    expect(await factors.check(userId, ` ${code.slice(0, 3)} ${wide.slice(3)} `)).toEqual({ outcome: "right" });
  });

  it("works once: the same step is wrong after it, and so is an older one that was never used", async () => {
    const { userId, secret } = await withFactor(world);
    const [older, code] = [shown(secret, -30), shown(secret)];
    expect(await factors.check(userId, code)).toEqual({ outcome: "right" });
    expect(await factors.check(userId, code)).toEqual({ outcome: "wrong" });
    expect(await factors.check(userId, older)).toEqual({ outcome: "wrong" });
    expect(await factors.check(userId, shown(secret, 30))).toEqual({ outcome: "right" });
  });

  it("used eight times at once is right once (RACE)", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { userId, secret } = await withFactor(world);
      const code = shown(secret);
      const all = await Promise.all(Array.from({ length: 8 }, () => factors.check(userId, code)));
      expect(outcomes(all).filter((outcome) => outcome === "right")).toEqual(["right"]);
    }
  });

  it.each(["", "12345", "1234567", "abcdef", "000000\0", "１２３", "-1.5e0", "0".repeat(4_000)])(
    "%j is none and wrong",
    async (code) => {
      const { userId } = await withFactor(world);
      expect(await factors.check(userId, code)).toEqual({ outcome: "wrong" });
    },
  );

  it("of somebody else's app is wrong", async () => {
    const [mine, theirs] = [await withFactor(world), await withFactor(world)];
    expect(await factors.check(mine.userId, shown(theirs.secret))).toEqual({ outcome: "wrong" });
  });

  it("is judged by nobody where no factor is on", async () => {
    const userId = await world.account();
    expect(await factors.check(userId, "000000")).toEqual({ outcome: "off" });
    const started = await factors.start(userId);
    expect(await factors.check(userId, shown(started?.secret ?? ""))).toEqual({ outcome: "off" });
    await factors.bind(userId, shown(started?.secret ?? ""));
    expect(await factors.check(userId, shown(started?.secret ?? "", 30))).toEqual({ outcome: "off" });
  });
});

describe("wrong codes (T42)", () => {
  const spend = async (userId: string, tries: number) => {
    for (let count = 0; count < tries; count += 1) await factors.check(userId, "abcdef");
  };

  it("five are free; then a wait that doubles from 30 s to 15 minutes, inside which the right code is not looked at", async () => {
    const { userId, secret } = await withFactor(world);
    await spend(userId, 4);
    expect(await factors.check(userId, "abcdef")).toEqual({ outcome: "wrong" });
    for (const wait of [30, 60, 120, 240, 480, 900, 900]) {
      expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "wait", seconds: wait });
      clock.advanceBy({ seconds: wait - 1 });
      expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "wait", seconds: 1 });
      clock.advanceBy({ seconds: 1 });
      expect(await factors.check(userId, "abcdef")).toEqual({ outcome: "wrong" });
    }
    clock.advanceBy({ minutes: 15 });
    expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "right" });
    await spend(userId, 4);
    clock.advanceBy({ seconds: 30 });
    expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "right" });
  });

  it("fifty at once: five are evaluated (RACE)", async () => {
    const { userId } = await withFactor(world);
    const all = await Promise.all(Array.from({ length: 50 }, () => factors.check(userId, "000000x")));
    expect(outcomes(all).filter((outcome) => outcome !== "wait")).toEqual(Array.from({ length: 5 }, () => "wrong"));
  });

  it("after the wait, fifty at once get one try (RACE)", async () => {
    const { userId } = await withFactor(world);
    await spend(userId, 5);
    clock.advanceBy({ seconds: 30 });
    const all = await Promise.all(Array.from({ length: 50 }, () => factors.check(userId, "abcdef")));
    expect(outcomes(all).filter((outcome) => outcome !== "wait")).toEqual(["wrong"]);
  });

  it("are counted for recovery codes too, and a right one in the wait is not looked at", async () => {
    const { userId, recoveryCodes } = await withFactor(world);
    for (let count = 0; count < 5; count += 1) await factors.check(userId, "0000-0000-0000-0000");
    expect(await factors.check(userId, recoveryCodes[0] ?? "")).toEqual({ outcome: "wait", seconds: 30 });
    expect((await factors.find(userId)).recoveryCodesLeft).toBe(10);
  });

  it("of one person make nobody else wait", async () => {
    const [mine, theirs] = [await withFactor(world), await withFactor(world)];
    await spend(theirs.userId, 6);
    expect(await factors.check(mine.userId, shown(mine.secret))).toEqual({ outcome: "right" });
  });
});
