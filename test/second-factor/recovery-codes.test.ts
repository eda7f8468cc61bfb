import { describe, expect, it } from "vitest";
import { formatRecoveryCode, normalizeRecoveryCode } from "../../functions/person/recovery-code.ts";
import { allRows } from "../service/rows.ts";
import { startParts } from "../service/service.ts";
import { factorWorld, withFactor } from "./world.ts";

await startParts();
const world = await factorWorld("factor-recovery-");
const { factors, clock, shown, row, audit } = world;

describe("a recovery code (M63, T18)", () => {
  it("stands for the app once, is recorded, and says how many are left", async () => {
    const { userId, recoveryCodes } = await withFactor(world);
    const [first = "", second = ""] = recoveryCodes;
    expect(await factors.check(userId, first)).toEqual({ outcome: "right", recoveryCodesLeft: 9 });
    expect(await factors.check(userId, first)).toEqual({ outcome: "wrong" });
    expect(await factors.check(userId, second)).toEqual({ outcome: "right", recoveryCodesLeft: 8 });
    expect(await factors.find(userId)).toMatchObject({ state: "on", recoveryCodesLeft: 8 });
    expect((await audit(userId)).slice(2)).toEqual(["recovery-code.used", "recovery-code.used"]);
  });

  it("used eight times at once is right once, with one record (RACE)", async () => {
    const { userId, recoveryCodes } = await withFactor(world);
    const [code = ""] = recoveryCodes;
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => factors.check(userId, code)));
    const right = all.filter((one) => one.status === "fulfilled" && one.value.outcome === "right");
    expect(right).toHaveLength(1);
    expect((await audit(userId)).filter((event) => event === "recovery-code.used")).toHaveLength(1);
    expect((await factors.find(userId)).recoveryCodesLeft).toBe(9);
  });

  it("may be typed without hyphens, in small letters, with O for 0 and I or L for 1, and wide", async () => {
    const { userId, recoveryCodes } = await withFactor(world);
    const typed = [
      (code: string) => code.replaceAll("-", " ").toLowerCase(),
      (code: string) => code.replaceAll("-", "").replaceAll("0", "o").replaceAll("1", "l"),
      (code: string) => code.replaceAll("-", "－").replaceAll("1", "I"),
    ];
    for (const [index, change] of typed.entries())
      expect(await factors.check(userId, change(recoveryCodes[index] ?? ""))).toMatchObject({ outcome: "right" });
  });

  it("of somebody else is wrong", async () => {
    const [mine, theirs] = [await withFactor(world), await withFactor(world)];
    expect(await factors.check(mine.userId, theirs.recoveryCodes[0] ?? "")).toEqual({ outcome: "wrong" });
    expect((await factors.find(theirs.userId)).recoveryCodesLeft).toBe(10);
  });

  it("binds and switches on nothing", async () => {
    const { userId, recoveryCodes } = await withFactor(world);
    for (const way of ["bind", "enable"] as const)
      expect(await factors[way](userId, recoveryCodes[0] ?? "", 3)).toEqual({ outcome: "off" });
    expect((await factors.find(userId)).recoveryCodesLeft).toBe(10);
  });

  it("takes the factor away when the app is lost, and both are recorded", async () => {
    const { userId, recoveryCodes } = await withFactor(world);
    expect(await factors.unbind(userId, recoveryCodes[4] ?? "")).toEqual({ outcome: "right" });
    expect(await row("factors", userId)).toBeUndefined();
    expect((await audit(userId)).slice(2).toSorted()).toEqual(["recovery-code.used", "second-factor.unbound"]);
  });
});

describe("ten new ones", () => {
  it("take the place of the old ones, by a code of the app", async () => {
    const { userId, secret, recoveryCodes } = await withFactor(world);
    await factors.check(userId, recoveryCodes[0] ?? "");
    const renewed = await factors.renew(userId, shown(secret));
    if (renewed.outcome !== "right") throw new Error(renewed.outcome);
    expect(await factors.find(userId)).toMatchObject({ recoveryCodesLeft: 10 });
    expect(await factors.check(userId, recoveryCodes[1] ?? "")).toEqual({ outcome: "wrong" });
    expect(await factors.check(userId, renewed.recoveryCodes[1] ?? "")).toMatchObject({ recoveryCodesLeft: 9 });
    expect(await audit(userId)).toContain("recovery-codes.renewed");
  });

  it("come by an old one too, which is used up with all the others", async () => {
    const { userId, recoveryCodes } = await withFactor(world);
    const renewed = await factors.renew(userId, recoveryCodes[0] ?? "");
    expect(renewed).toMatchObject({ outcome: "right" });
    expect(await factors.renew(userId, recoveryCodes[0] ?? "")).toEqual({ outcome: "wrong" });
    expect((await factors.find(userId)).recoveryCodesLeft).toBe(10);
  });

  it("come to nobody with a wrong or used code, or without a factor that is on", async () => {
    const { userId, secret } = await withFactor(world);
    const code = shown(secret);
    await factors.check(userId, code);
    for (const one of [code, "000000x"]) expect(await factors.renew(userId, one)).toEqual({ outcome: "wrong" });
    expect(await factors.renew(await world.account(), code)).toEqual({ outcome: "off" });
  });
});

describe("what lies in the tables (I4)", () => {
  it("no seed and no recovery code in clear, and no contact in a notice", async () => {
    const { userId, secret, recoveryCodes } = await withFactor(world);
    await factors.check(userId, recoveryCodes[0] ?? "");
    clock.advanceBy({ minutes: 2 });
    await factors.renew(userId, shown(secret));
    const rows = (await allRows("factor-recovery-")).join("\n");
    expect(rows).toContain(userId);
    expect(rows).toContain("recovery-code.used");
    for (const code of [secret, ...recoveryCodes]) {
      expect(rows).not.toContain(code);
      expect(rows).not.toContain(code.replaceAll("-", ""));
    }
    expect(rows).not.toContain("912345678");
    expect(rows.toLowerCase()).not.toContain(`${userId}@mail`.toLowerCase());
  });
});

describe("how one is written", () => {
  it("80 bits in four groups, every bit of which counts", () => {
    expect(formatRecoveryCode(new Uint8Array(10))).toBe("0000-0000-0000-0000");
    expect(formatRecoveryCode(new Uint8Array(10).fill(255))).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    const one = (bit: number) => Uint8Array.from({ length: 10 }, (_, at) => (at === bit >> 3 ? 128 >> (bit & 7) : 0));
    expect(new Set(Array.from({ length: 80 }, (_, bit) => formatRecoveryCode(one(bit)))).size).toBe(80);
  });

  it.each([
    "",
    "0000-0000-0000-000",
    "0000-0000-0000-00000",
    "000U-0000-0000-0000",
    "123456",
    "０".repeat(15),
    "\u0660".repeat(16),
  ])("%j is none", (typed) => {
    expect(normalizeRecoveryCode(typed)).toBeUndefined();
  });
});
