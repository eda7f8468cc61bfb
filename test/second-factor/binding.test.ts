import { describe, expect, it } from "vitest";
import { startParts } from "../service/service.ts";
import { factorWorld, withBound, withFactor } from "./world.ts";

await startParts();
const world = await factorWorld("factor-binding-");
const { factors, clock, shown, row, audit } = world;

async function started() {
  const userId = await world.account();
  const { secret = "", expiresIn = 0 } = (await factors.start(userId)) ?? {};
  return { userId, secret, expiresIn };
}

describe("binding a second factor (M63, T42)", () => {
  it("begins with a seed of 160 bits, another one each time, and binds nothing by itself", async () => {
    const [one, two] = [await started(), await started()];
    expect(one).toMatchObject({ secret: expect.stringMatching(/^[A-Z2-7]{32}$/), expiresIn: 600 });
    expect(one.secret).not.toBe(two.secret);
    expect(await factors.find(one.userId)).toEqual({ state: "none" });
  });

  it("is bound by the app's first code, recorded, and sign-in asks for nothing yet", async () => {
    const { userId, secret } = await started();
    expect(await factors.bind(userId, shown(secret))).toEqual({ outcome: "right" });
    expect(await factors.find(userId)).toEqual({ state: "bound", boundAt: new Date(clock.now()).toISOString() });
    expect((await row("accounts", userId))?.secondFactor).toBeUndefined();
    expect(await audit(userId)).toEqual(["second-factor.bound"]);
  });

  it.each([
    ["works 10 minutes after it was begun", 600, "right"],
    ["is over a second later, its row still there (T11)", 601, "off"],
  ])("%s", async (_, seconds, outcome) => {
    const { userId, secret } = await started();
    clock.advanceBy({ seconds });
    expect(await factors.bind(userId, shown(secret))).toEqual({ outcome });
    expect((await row("factors", userId))?.seed).toBeDefined();
  });

  it("begun anew has another seed, and the first one binds nothing any more", async () => {
    const { userId, secret } = await started();
    const again = await factors.start(userId);
    expect(await factors.bind(userId, shown(secret))).toEqual({ outcome: "wrong" });
    expect(await factors.bind(userId, shown(again?.secret ?? ""))).toEqual({ outcome: "right" });
  });

  it("takes the place of none that is on", async () => {
    const on = await withFactor(world);
    expect(await factors.start(on.userId)).toBeUndefined();
    expect(await factors.check(on.userId, shown(on.secret))).toEqual({ outcome: "right" });
  });

  it("takes the place of one that is only bound, whose phone may be lost: the old seed switches nothing on", async () => {
    const { userId, secret } = await withBound(world);
    const anew = await factors.start(userId);
    expect(await factors.find(userId)).toEqual({ state: "none" });
    expect(await factors.enable(userId, shown(secret), 3)).toEqual({ outcome: "off" });
    expect(await factors.bind(userId, shown(secret))).toEqual({ outcome: "wrong" });
    expect(await factors.bind(userId, shown(anew?.secret ?? ""))).toEqual({ outcome: "right" });
  });

  it("counts wrong codes: the sixth waits", async () => {
    const { userId, secret } = await started();
    for (let count = 0; count < 5; count += 1)
      expect(await factors.bind(userId, "000 00x")).toEqual({ outcome: "wrong" });
    expect(await factors.bind(userId, shown(secret))).toEqual({ outcome: "wait", seconds: 30 });
  });

  it("by the same code again, when the answer was lost, is right and recorded once; by another one it is bound already", async () => {
    const { userId, secret } = await started();
    const code = shown(secret);
    await factors.bind(userId, code);
    expect(await factors.bind(userId, code)).toEqual({ outcome: "right" });
    expect(await factors.bind(userId, shown(secret, 30))).toEqual({ outcome: "off" });
    expect(await audit(userId)).toEqual(["second-factor.bound"]);
    clock.advanceBy({ seconds: 61 });
    expect(await factors.bind(userId, code)).toEqual({ outcome: "off" });
  });
});

describe("switching it on (M63)", () => {
  it("needs another code than the one that bound it, flags the account, and gives ten codes of 80 bits", async () => {
    const { userId, secret } = await started();
    const code = shown(secret);
    await factors.bind(userId, code);
    expect(await factors.enable(userId, code, 3)).toEqual({ outcome: "wrong" });
    const enabled = await factors.enable(userId, shown(secret, 30), 3);
    const codes = enabled.outcome === "right" ? enabled.recoveryCodes : [];
    expect(new Set(codes).size).toBe(10);
    for (const one of codes) expect(one).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await row("accounts", userId))?.secondFactor).toBe("on");
    expect(await factors.find(userId)).toMatchObject({ state: "on", recoveryCodesLeft: 10 });
    expect((await audit(userId)).toSorted()).toEqual(["second-factor.bound", "second-factor.enabled"]);
  });

  it.each([
    ["of a session from before a reset", "epoch", 4],
    ["of an account that was disabled", "status", "DISABLED"],
  ])("is refused %s, and leaves everything as it was", async (_, field, value) => {
    const { userId, secret } = await withBound(world);
    await world.set(userId, field, value);
    expect(await factors.enable(userId, shown(secret), 3)).toEqual({ outcome: "off" });
    expect(await factors.find(userId)).toMatchObject({ state: "bound" });
    expect((await row("accounts", userId))?.secondFactor).toBeUndefined();
    expect(await audit(userId)).toEqual(["second-factor.bound"]);
  });

  it("is not for somebody who bound nothing", async () => {
    const { userId, secret } = await started();
    expect(await factors.enable(userId, shown(secret), 3)).toEqual({ outcome: "off" });
  });

  it("by the same code again, when the answer was lost, gives ten new codes, and the old set is void", async () => {
    const { userId, secret } = await withBound(world);
    const code = shown(secret);
    const [first, second] = [await factors.enable(userId, code, 3), await factors.enable(userId, code, 3)];
    if (first.outcome !== "right" || second.outcome !== "right") throw new Error("not on");
    expect(first.recoveryCodes.filter((one) => second.recoveryCodes.includes(one))).toEqual([]);
    expect(await factors.check(userId, first.recoveryCodes[0] ?? "")).toEqual({ outcome: "wrong" });
    expect(await factors.check(userId, second.recoveryCodes[0] ?? "")).toMatchObject({ outcome: "right" });
    expect((await audit(userId)).filter((event) => event === "second-factor.enabled")).toHaveLength(1);
  });

  it.each([
    ["its time is over", 61],
    ["a newer code was used", 0],
  ])("gives no codes for the same code when %s", async (_, seconds) => {
    const { userId, secret } = await withBound(world);
    const code = shown(secret);
    await factors.enable(userId, code, 3);
    if (seconds === 0) await factors.check(userId, shown(secret, 30));
    clock.advanceBy({ seconds });
    expect(await factors.enable(userId, code, 3)).toEqual({ outcome: "off" });
  });

  it("lets nobody guess the code that switched it on: five tries, then the wait", async () => {
    const { userId, secret } = await withBound(world);
    const code = shown(secret);
    await factors.enable(userId, code, 3);
    for (let count = 0; count < 5; count += 1) expect((await factors.enable(userId, "x", 3)).outcome).toBe("wrong");
    expect(await factors.enable(userId, code, 3)).toEqual({ outcome: "wait", seconds: 30 });
  });

  it("pressed eight times at once is on once, and one set of codes is valid (RACE)", async () => {
    const { userId, secret } = await withBound(world);
    const code = shown(secret);
    const all = await Promise.all(
      Array.from({ length: 8 }, () => factors.enable(userId, code, 3).catch(() => undefined)),
    );
    const sets = all.flatMap((one) => (one?.outcome === "right" ? [one.recoveryCodes] : []));
    expect(sets.length).toBeGreaterThan(0);
    expect((await audit(userId)).filter((event) => event === "second-factor.enabled")).toHaveLength(1);
    clock.advanceBy({ minutes: 20 });
    const right: unknown[] = [];
    for (const [one = ""] of sets) if ((await factors.check(userId, one)).outcome === "right") right.push(one);
    expect(right).toHaveLength(1);
  });
});

describe("taking it away (M63)", () => {
  it.each(["on", "bound"])("from %s leaves no row, no flag, a record", async (state) => {
    const { userId, secret } = state === "on" ? await withFactor(world) : await withBound(world);
    expect(await factors.unbind(userId, shown(secret))).toEqual({ outcome: "right" });
    expect(await row("factors", userId)).toBeUndefined();
    expect((await row("accounts", userId))?.secondFactor).toBeUndefined();
    expect((await audit(userId)).at(-1)).toBe("second-factor.unbound");
    expect(await factors.find(userId)).toEqual({ state: "none" });
  });

  it("takes no wrong, used or older code, and no code in the wait", async () => {
    const { userId, secret } = await withFactor(world);
    const [older, code] = [shown(secret, -30), shown(secret)];
    await factors.check(userId, code);
    for (const one of ["000000x", code, older]) expect(await factors.unbind(userId, one)).toEqual({ outcome: "wrong" });
    for (let count = 0; count < 2; count += 1) await factors.unbind(userId, "x");
    expect(await factors.unbind(userId, shown(secret, 30))).toMatchObject({ outcome: "wait" });
    expect(await factors.find(userId)).toMatchObject({ state: "on" });
  });

  it("is not done to a factor that is none, and leaves the next binding alone", async () => {
    const { userId, secret } = await withFactor(world);
    const code = shown(secret);
    await factors.unbind(userId, code);
    expect(await factors.unbind(userId, code)).toEqual({ outcome: "off" });
    await factors.start(userId);
    expect(await factors.unbind(userId, code)).toEqual({ outcome: "off" });
    expect((await row("factors", userId))?.state).toBe("STARTED");
  });
});
