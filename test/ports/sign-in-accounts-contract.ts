import { describe, expect, it } from "vitest";
import type { Device, SignInSuccess } from "../../functions/ports/accounts.ts";
import { applying, atOnce, inTurn, registered, run, signedIn } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

type Row = { readonly id: string; readonly decoy: boolean };

const reserve = async ({ accounts }: World, { id, decoy }: Row, device?: Device) =>
  (await accounts.reserveTry(id, decoy, device)).outcome;

/** A sign-in at a device, of a session of no matter. */
const successAt = (id: string): SignInSuccess => ({ device: { id }, forget: [], sessionKey: `key-at-${id}`, end: [] });

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
      const account = {
        userId,
        accountName,
        status: "DISABLED",
        epoch: 3,
        held: false,
        devices: [],
        secondFactor: false,
        over: [],
        sessions: [],
      };
      expect(await world.accounts.reserveTry(userId, false, undefined)).toEqual({
        outcome: "reserved",
        wait: 0,
        account,
      });
      expect(await world.accounts.look(userId)).toEqual(account);
      const decoy = await world.accounts.reserveTry("decoy-of-nobody", true, undefined);
      expect(decoy).toEqual({ outcome: "reserved", wait: 0, account: undefined });
      expect(await world.accounts.look("decoy-of-nobody")).toBeUndefined();
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
      await world.accounts.succeed(row.id, successAt("this-device"));
      expect(await inTurn(6, () => reserve(world, row))).toEqual(run(["reserved", 5], ["wait", 1]));
    });

    it("the sign-in before it is what a person is shown", async () => {
      const world = make();
      const { userId } = await registered(world);
      const first = new Date(world.clock.now()).toISOString();
      const previous = async () => (await world.sessions.find(await signedIn(world, userId)))?.profile.previousSignInAt;
      expect(await previous()).toBeUndefined();
      world.clock.advanceBy({ hours: 1 });
      expect(await previous()).toBe(first);
    });
  });

  describe(`the right password of who is signed in already ${name}`, () => {
    it("gives the tries back, the account's own and the known device's, and nobody else's (T01, T03)", async () => {
      const world = make();
      const row = await accountIn(world);
      const [device, other] = [{ id: "this-device" }, { id: "other-device" }];
      for (const { id } of [device, other]) await world.accounts.succeed(row.id, successAt(id));
      await inTurn(10, () => reserve(world, row, device));
      await inTurn(10, () => reserve(world, row, other));
      await inTurn(5, () => reserve(world, row));
      await world.accounts.giveBack(row.id, device);
      expect(await reserve(world, row, device)).toBe("reserved");
      expect(await reserve(world, row, other)).toBe("wait");
      expect(await reserve(world, row)).toBe("reserved");
    });

    it("at a device that is not known gives back the account's own, and makes nothing known", async () => {
      const world = make();
      const row = await accountIn(world);
      await inTurn(5, () => reserve(world, row));
      await world.accounts.giveBack(row.id, { id: "made-up" });
      expect(await inTurn(6, () => reserve(world, row))).toEqual(run(["reserved", 5], ["wait", 1]));
      expect((await world.accounts.look(row.id))?.devices).toEqual([]);
    });

    it("is told how long to wait, to the second", async () => {
      const world = make();
      const row = await accountIn(world);
      const wait = async () => (await world.accounts.reserveTry(row.id, false, undefined)).wait;
      expect(await inTurn(6, wait)).toEqual([0, 0, 0, 0, 0, 30]);
      world.clock.advanceBy({ seconds: 12 });
      expect(await wait()).toBe(18);
    });
  });

  describe(`the sessions an account lists ${name} (T21)`, () => {
    it("are told oldest first, those whose eight hours are over apart, and go when they are ended", async () => {
      const world = make();
      const { id } = await accountIn(world);
      const signIn = (sessionKey: string, end: readonly string[] = []) =>
        world.accounts.succeed(id, { ...successAt("this-device"), sessionKey, end });
      await signIn("first");
      world.clock.advanceBy({ seconds: 1 });
      await signIn("second");
      world.clock.advanceBy({ hours: 8 });
      await signIn("third");
      expect(await world.accounts.look(id)).toMatchObject({ over: ["first"], sessions: ["second", "third"] });
      await signIn("fourth", ["first", "third"]);
      expect(await world.accounts.look(id)).toMatchObject({ over: [], sessions: ["second", "fourth"] });
    });

    it("are all there when many sign in at once", async () => {
      const world = make();
      const { id } = await accountIn(world);
      const keys = await atOnce(8, async (index) => {
        await world.accounts.succeed(id, { ...successAt(`device-${index}`), sessionKey: `key-${index}` });
        return `key-${index}`;
      });
      expect((await world.accounts.look(id))?.sessions.toSorted()).toEqual(keys);
    });
  });

  describe(`a device that is known ${name} (T03)`, () => {
    /** An account with a device that its owner has signed in with. */
    async function withDevice() {
      const world = make();
      const row = await accountIn(world);
      const device = { id: world.ids.id() };
      await world.accounts.succeed(row.id, successAt(device.id));
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
        await world.accounts.succeed(row.id, successAt(id));
      }
      expect(await devices()).toEqual([device.id, "second", "third"]);
      world.clock.advanceBy({ minutes: 1 });
      await world.accounts.succeed(row.id, { ...successAt("second"), forget: [device.id, "third"] });
      expect(await devices()).toEqual(["second"]);
      await inTurn(5, () => reserve(world, row));
      expect(await reserve(world, row, device)).toBe("wait");
    });
  });
}
