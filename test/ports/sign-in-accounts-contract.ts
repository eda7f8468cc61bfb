import { describe, expect, it } from "vitest";
import type { Device } from "../../functions/ports/accounts.ts";
import { applying, atOnce, inTurn, registered, run } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

type Row = { readonly id: string; readonly decoy: boolean };

const reserve = async ({ accounts }: World, { id, decoy }: Row, device?: Device) =>
  (await accounts.reserveTry(id, decoy, device)).outcome;

const accountIn = async (world: World): Promise<Row> => ({ id: (await registered(world)).userId, decoy: false });
const decoyIn = async (world: World): Promise<Row> => ({ id: `decoy-${world.ids.id()}`, decoy: true });

export function signInAccountsContract(name: string, make: MakeWorld): void {
  describe(`finding an account ${name}`, () => {
    it("finds who owns the name, not who is only applying for it", async () => {
      const world = make();
      const [owner, applicant] = [await registered(world), await applying(world)];
      const nobody = { userId: undefined, clientFailures: 0 };
      expect(await world.accounts.find(owner.accountName, "a")).toEqual({ userId: owner.userId, clientFailures: 0 });
      expect(await world.accounts.find(applicant.accountName, "a")).toEqual(nobody);
      expect(await world.accounts.find("nobody.at.all", "a")).toEqual(nobody);
    });

    it("counts the failures of an address for ten minutes, and of no other (T02)", async () => {
      const world = make();
      const [client, other] = [world.ids.id(), world.ids.id()];
      await atOnce(12, () => world.accounts.fail(client));
      expect((await world.accounts.find("nobody", client)).clientFailures).toBe(12);
      expect((await world.accounts.find("nobody", other)).clientFailures).toBe(0);
      world.clock.advanceBy({ minutes: 10 });
      expect((await world.accounts.find("nobody", client)).clientFailures).toBe(0);
    });

    it("shows with a reserved try what sign-in needs, and nothing for a name nobody has (T04)", async () => {
      const world = make();
      const { userId, accountName } = await registered(world);
      await world.change(userId, { epoch: 3, status: "DISABLED" });
      const account = { userId, accountName, status: "DISABLED", epoch: 3, held: false, devices: [] };
      expect(await world.accounts.reserveTry(userId, false, undefined)).toEqual({ outcome: "reserved", account });
      const decoy = await world.accounts.reserveTry("decoy-of-nobody", true, undefined);
      expect(decoy).toEqual({ outcome: "reserved", account: undefined });
    });
  });

  describe.each([
    ["an account", accountIn],
    ["a name that nobody has (T04)", decoyIn],
  ])(`the ladder of %s ${name} (T01)`, (_, rowIn) => {
    it("lets five wrong tries through, however many come at once", async () => {
      const world = make();
      const row = await rowIn(world);
      const outcomes = await atOnce(50, () => reserve(world, row));
      expect(outcomes.toSorted()).toEqual(run(["reserved", 5], ["wait", 45]));
    });

    it("then one try after 30 s, 60 s, and so on, doubling to 15 minutes, each to the second", async () => {
      const world = make();
      const row = await rowIn(world);
      await inTurn(5, () => reserve(world, row));
      for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
        world.clock.advanceBy({ seconds: seconds - 1 });
        expect(await reserve(world, row)).toBe("wait");
        world.clock.advanceBy({ seconds: 1 });
        expect(await reserve(world, row)).toBe("reserved");
      }
    });

    it("lets one of many through when a wait is over", async () => {
      const world = make();
      const row = await rowIn(world);
      await inTurn(5, () => reserve(world, row));
      world.clock.advanceBy({ seconds: 30 });
      const outcomes = await atOnce(20, () => reserve(world, row));
      expect(outcomes.toSorted()).toEqual(run(["reserved", 1], ["wait", 19]));
    });

    it("evaluates a hundred wrong tries in all, then none, however long one waits (NIST SP 800-63B-4 §3.2.2)", async () => {
      const world = make();
      const row = await rowIn(world);
      const outcomes = await inTurn(110, () => {
        world.clock.advanceBy({ minutes: 15 });
        return reserve(world, row);
      });
      expect(outcomes).toEqual(run(["reserved", 100], ["wait", 10]));
      // Within its life: a decoy's row is cleaned a day after its last try.
      world.clock.advanceBy({ hours: 23 });
      expect(await reserve(world, row)).toBe("wait");
    });
  });

  describe(`after a right password ${name}`, () => {
    it("all tries are free again, also when the account was locked, and none of a try refused meanwhile (T01)", async () => {
      const world = make();
      const row = await accountIn(world);
      await inTurn(8, () => reserve(world, row));
      await world.accounts.succeed(row.id, { id: "this-device" }, []);
      expect(await inTurn(6, () => reserve(world, row))).toEqual(run(["reserved", 5], ["wait", 1]));
    });

    it("the sign-in before it is what a person is shown", async () => {
      const world = make();
      const { userId } = await registered(world);
      const previous = async () => {
        const client = { address: "192.0.2.1", browser: "test browser" };
        const cookie = await world.sessions.start({ userId, epoch: 0, client });
        return (await world.sessions.find(cookie))?.profile.previousSignInAt;
      };
      await world.accounts.succeed(userId, { id: "this-device" }, []);
      const first = new Date(world.clock.now()).toISOString();
      expect(await previous()).toBeUndefined();
      world.clock.advanceBy({ hours: 1 });
      await world.accounts.succeed(userId, { id: "this-device" }, []);
      expect(await previous()).toBe(first);
    });
  });

  describe(`a device that is known ${name} (T03)`, () => {
    /** An account with a device that its owner has signed in with. */
    async function withDevice() {
      const world = make();
      const row = await accountIn(world);
      const device = { id: world.ids.id() };
      await world.accounts.succeed(row.id, device, []);
      return { world, row, device };
    }

    it("gets in while strangers have locked the account: it has a counter of its own", async () => {
      const { world, row, device } = await withDevice();
      await inTurn(110, () => {
        world.clock.advanceBy({ minutes: 15 });
        return reserve(world, row);
      });
      expect(await reserve(world, row)).toBe("wait");
      expect(await reserve(world, row, device)).toBe("reserved");
    });

    it("has ten free tries, however many come at once, and then the same waits", async () => {
      const { world, row, device } = await withDevice();
      const outcomes = await atOnce(30, () => reserve(world, row, device));
      expect(outcomes.toSorted()).toEqual(run(["reserved", 10], ["wait", 20]));
      world.clock.advanceBy({ seconds: 29 });
      expect(await reserve(world, row, device)).toBe("wait");
      world.clock.advanceBy({ seconds: 1 });
      expect(await reserve(world, row, device)).toBe("reserved");
      expect(await reserve(world, row, device)).toBe("wait");
    });

    it("takes no try from the account's own counter", async () => {
      const { world, row, device } = await withDevice();
      await inTurn(12, () => reserve(world, row, device));
      expect(await inTurn(6, () => reserve(world, row))).toEqual(run(["reserved", 5], ["wait", 1]));
    });

    it("gives no free tries to who only says that it is known", async () => {
      const { world, row } = await withDevice();
      const outcomes = await inTurn(6, (index) => reserve(world, row, { id: `made-up-${index}` }));
      expect(outcomes).toEqual(run(["reserved", 5], ["wait", 1]));
    });

    it("is known until it is forgotten, oldest first in the list", async () => {
      const { world, row, device } = await withDevice();
      const devices = async () => (await world.accounts.reserveTry(row.id, false, undefined)).account?.devices;
      for (const id of ["second", "third"]) {
        world.clock.advanceBy({ minutes: 1 });
        await world.accounts.succeed(row.id, { id }, []);
      }
      expect(await devices()).toEqual([device.id, "second", "third"]);
      world.clock.advanceBy({ minutes: 1 });
      await world.accounts.succeed(row.id, { id: "second" }, [device.id, "third"]);
      expect(await devices()).toEqual(["second"]);
      await inTurn(5, () => reserve(world, row));
      expect(await reserve(world, row, device)).toBe("wait");
    });
  });
}
