import { describe, expect, it } from "vitest";
import { freeze } from "../../functions/contact-us/freeze.ts";
import { openCase } from "../../functions/contact-us/open-case.ts";
import type { NewCase } from "../../functions/ports/cases.ts";
import type { Freezable } from "../../functions/ports/not-me.ts";
import { twinWorld } from "../twins/world.ts";
import { written } from "./desk.ts";

/** The action over doubles that do as a test says. */
function opening(change: Partial<Parameters<typeof openCase>[0]> = {}) {
  const { keys, ids, clock, captchas } = twinWorld();
  const numbers: string[] = [];
  const parts = {
    keys,
    ids,
    clock,
    captchas: { ...captchas, check: async () => ({ right: true, id: "x", kind: "digits" as const, expiresAt: 0 }) },
    cases: {
      open: async ({ number }: NewCase) => ({
        kind: numbers.push(number) < 3 ? "number-taken" : "opened",
        mailed: true,
      }),
      look: async () => undefined,
    } as never,
    owners: { of: async () => "desk@mail.test" },
    delivery: { send: async () => ({}) },
    metrics: { count: () => undefined },
    ...change,
  };
  const client = { network: "192.0.2.1", address: "192.0.2.1", fromSchool: false, browser: "" };
  const press = () => openCase(parts)({ body: { ...written, captcha: {} }, client, language: "zh-TW" } as never);
  return { press, numbers };
}

describe("送出, step by step (M70)", () => {
  it("a number that is taken is changed for another", async () => {
    const { press, numbers } = opening();
    expect((await press()).body.number).toBe(numbers[2]);
    expect(new Set(numbers).size).toBe(3);
  });

  it("three taken numbers in a row are a fault and not an endless search", async () => {
    const cases = { open: async () => ({ kind: "number-taken" as const }), look: async () => undefined };
    await expect(opening({ cases }).press()).rejects.toThrow("no free case number");
  });

  it("the case stands though no message can be sent now: the sweep takes them up", async () => {
    const cases = { open: async () => ({ kind: "opened" as const, mailed: true }), look: async () => undefined };
    const delivery = { send: async () => Promise.reject(new Error("the post is away")) };
    expect((await opening({ cases, delivery }).press()).body.mailed).toBe(true);
  });
});

/** 不是我 over doubles: the vault's half and the post are noted. */
function freezing(change: Partial<Parameters<typeof freeze>[0]> = {}, notMe = { userId: "u", id: "x" }) {
  const { keys, ids, clock } = twinWorld();
  const done: string[] = [];
  const who = { accountName: "wang", name: "王小明" };
  const free = { state: "free", status: "ACTIVE", moved: false, ...who, seen: {} } as const satisfies Freezable;
  const parts = {
    keys,
    ids,
    clock,
    links: { link: async () => "", read: async () => notMe },
    freezing: { find: async () => free, freeze: async () => true },
    contacts: { undoAll: async () => void done.push("undo") },
    disabling: { pending: async () => 1, settle: async () => true },
    credentials: { enable: async () => void done.push("enable"), disable: async () => void done.push("disable") },
    owners: { of: async () => "desk@mail.test" },
    delivery: { send: async () => ({}) },
    metrics: { count: () => undefined },
    accountDomain: "account.test",
    ...change,
  };
  const press = () => freeze(parts)({ body: { token: "t" }, language: "zh-TW" } as never);
  return { press, done, free };
}

describe("不是我, step by step (§5.2)", () => {
  it("a slow run that meets the owner's return opens the vault again", async () => {
    const { press, done } = freezing({ disabling: { pending: async () => 1, settle: async () => false } });
    expect((await press()).body.number).toBeDefined();
    expect(done).toEqual(["disable", "enable"]);
  });

  it("where the vault is closed already it is not asked again", async () => {
    const { press, done } = freezing({ disabling: { pending: async () => undefined, settle: async () => false } });
    await press();
    expect(done).toEqual([]);
  });

  it("who loses every race is told to try again, and nobody is told that it is frozen", async () => {
    const { free } = freezing();
    const { press, done } = freezing({ freezing: { find: async () => free, freeze: async () => false } });
    await expect(press()).rejects.toMatchObject({ name: "TransactionConflictException" });
    expect(done).toEqual([]);
  });

  it("contacts that keep moving are taken back each time, and it is never frozen with one of them (T20)", async () => {
    const { free } = freezing();
    const frozen: unknown[] = [];
    const find = async (): Promise<Freezable> => ({ ...free, moved: true });
    const { press, done } = freezing({ freezing: { find, freeze: async (...given) => frozen.push(given) > 0 } });
    await expect(press()).rejects.toMatchObject({ name: "TransactionConflictException" });
    expect([new Set(done), frozen]).toEqual([new Set(["undo"]), []]);
  });

  it("the code of its case is the same however often it is pressed", async () => {
    const { keys } = twinWorld();
    const find = async (): Promise<Freezable> => ({ state: "frozen", caseNumber: "20261121-7K4M2Q" });
    const { press } = freezing({ keys, freezing: { find, freeze: async () => false } });
    expect(await press()).toEqual(await press());
  });
});
