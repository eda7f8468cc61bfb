import { describe, expect, it } from "vitest";
import { cookieValue, inTurn, registered } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

/** The list after these passwords, one after the other. */
async function listAfter({ passwordHistory }: World, passwords: readonly string[]): Promise<string | undefined> {
  let kept: string | undefined;
  for (const password of passwords) kept = await passwordHistory.next(kept, password);
  return kept;
}

const used = ["Kangaroo-1-x", "Kangaroo-2-x", "Kangaroo-3-x", "Kangaroo-4-x"];

export function passwordHistoryContract(name: string, make: MakeWorld): void {
  describe(`the last passwords ${name} (附表十)`, () => {
    it("knows the last three, and forgets the one before them", async () => {
      const world = make();
      const kept = await listAfter(world, used);
      const recent = await inTurn(used.length, (index) => world.passwordHistory.isRecent(kept, used[index]!));
      expect(recent).toEqual([false, true, true, true]);
    });

    it("knows none where nothing was noted, and no other password", async () => {
      const world = make();
      expect(await world.passwordHistory.isRecent(undefined, used[0]!)).toBe(false);
      const kept = await listAfter(world, used.slice(0, 1));
      for (const other of ["Kangaroo-1-X", "Kangaroo-1-x ", "", "kangaroo-1-x"])
        expect(await world.passwordHistory.isRecent(kept, other), other).toBe(false);
    });

    it("takes an é typed in two ways as one password, as the vault does", async () => {
      const world = make();
      const kept = await listAfter(world, ["Caf\u00e9-2026-x"]);
      expect(await world.passwordHistory.isRecent(kept, "Cafe\u0301-2026-x")).toBe(true);
    });

    it("gives the same password another list each time, and no list tells a password", async () => {
      const world = make();
      const [one, other] = [await listAfter(world, used.slice(0, 1)), await listAfter(world, used.slice(0, 1))];
      expect(one).not.toBe(other);
      expect(one).not.toContain(used[0]);
      expect(await world.passwordHistory.isRecent(other, used[0]!)).toBe(true);
    });

    it("fails closed on a list that it cannot read: no password is judged by half a rule", async () => {
      const world = make();
      await expect(world.passwordHistory.isRecent("changed", used[0]!)).rejects.toThrow();
      await expect(world.passwordHistory.next("changed", used[0]!)).rejects.toThrow();
    });

    it("stays with the account from the last write of an application to that of a reset", async () => {
      const world = make();
      const { userId } = await registered(world);
      const browser = cookieValue(await world.resets.open(userId, "code"));
      const grant = await world.resets.find(browser);
      expect(grant?.account.passwords).toBeUndefined();
      const notice = { messageId: world.ids.id(), attempts: 0, states: {} };
      const message = { kind: "password-reset", language: "zh-TW", words: { account: "a" } } as const;
      await world.resets.begin(grant!, [{ ...notice, message }]);
      const passwords = await listAfter(world, used.slice(0, 2));
      expect(await world.resets.finish(grant!, passwords!)).toBe(true);
      const next = await world.resets.find(cookieValue(await world.resets.open(userId, "code")));
      expect(next?.account.passwords).toBe(passwords);
    });
  });
}
