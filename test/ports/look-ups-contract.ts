import { describe, expect, it } from "vitest";
import { limitShards, policies } from "../../functions/contract/policy.ts";
import type { LookUp } from "../../functions/ports/look-ups.ts";
import { personDigest, personKeyOf } from "../../functions/ports/person-key.ts";
import { applying, atOnce, enrolment, inTurn, registered, run } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

/** Somebody new at a new address with a solved captcha. */
function newLookUp({ ids, clock }: World, change: Partial<LookUp> = {}): LookUp {
  return {
    personKey: ids.id(),
    school: enrolment.school,
    role: "student",
    client: ids.id(),
    fromSchool: false,
    captcha: { right: true, id: ids.id(), kind: "digits", expiresAt: clock.now() + 60_000 },
    ...change,
  };
}

/** One look-up from start to end; gives whether it was let through. */
async function lookUp(world: World, hit: boolean, change: Partial<LookUp> = {}) {
  const asked = newLookUp(world, change);
  const outcome = await world.lookUps.reserve(asked);
  if (outcome === "ok") await world.lookUps.settle(asked, hit);
  return outcome;
}

export function lookUpsContract(name: string, make: MakeWorld): void {
  describe(`look-ups by name or ID ${name}`, () => {
    it("finds the entry of the person at that school, level and role, and of nobody else (M13)", async () => {
      const world = make();
      const personId = `T-${world.ids.id()}`;
      const stamp = { asOf: "115-1", importedAt: "2026-09-01T00:00:00.000Z" };
      await world.roster.write([{ personId, name: "王小明", enrolment, leave: false }], stamp);
      const personKey = await personKeyOf(world.keys, personDigest(personId));
      const asked = newLookUp(world, { personKey });
      expect(await world.lookUps.find(asked)).toEqual({ entry: { name: "王小明", enrolment }, ownerUserId: undefined });
      const elsewhere = { ...enrolment.school, code: "383602" };
      const others: Partial<LookUp>[] = [
        { personKey: world.ids.id() },
        { school: elsewhere },
        { school: { ...enrolment.school, level: "國中" } },
        { role: "teacher" },
      ];
      for (const change of others) expect((await world.lookUps.find({ ...asked, ...change })).entry).toBeUndefined();
    });

    it("gives every role the person has anywhere with the entry of the place asked for (T15)", async () => {
      const world = make();
      const personId = `T-${world.ids.id()}`;
      const stamp = { asOf: "115-1", importedAt: "2026-09-01T00:00:00.000Z" };
      const teaching = { ...enrolment, role: "teacher" as const, school: { ...enrolment.school, code: "383602" } };
      const places = [enrolment, teaching].map((place) => ({
        personId,
        name: "王小明",
        enrolment: place,
        leave: false,
      }));
      await world.roster.write(places, stamp);
      const personKey = await personKeyOf(world.keys, personDigest(personId));
      const found = await world.lookUps.findWithRoles(newLookUp(world, { personKey }));
      expect(found.entry).toEqual({ name: "王小明", enrolment });
      expect(found.roles.toSorted()).toEqual(["student", "teacher"]);
      const nobody = await world.lookUps.findWithRoles(newLookUp(world, { personKey: world.ids.id() }));
      expect(nobody).toEqual({ entry: undefined, ownerUserId: undefined, roles: [] });
    });

    it("tells who has an account, not who is only applying (M13)", async () => {
      const world = make();
      const { personKey, userId } = await registered(world);
      expect((await world.lookUps.find(newLookUp(world, { personKey }))).ownerUserId).toBe(userId);
      expect((await world.lookUps.find(newLookUp(world))).ownerUserId).toBeUndefined();
    });

    it("tells the owner of a person without a place: who has an account and nobody else (M41)", async () => {
      const world = make();
      const { personKey, userId } = await registered(world);
      const { school: _school, role: _role, ...anywhere } = newLookUp(world, { personKey });
      expect(await world.lookUps.findOwner(anywhere)).toBe(userId);
      const applicant = await applying(world);
      for (const other of [world.ids.id(), applicant.personKey])
        expect(await world.lookUps.findOwner({ ...anywhere, personKey: other })).toBeUndefined();
    });

    it("takes one captcha once, also from many at the same time, and does not count who came second (M25)", async () => {
      const world = make();
      const { captcha, client } = newLookUp(world);
      const outcomes = await atOnce(12, () => lookUp(world, false, { captcha, client }));
      expect(outcomes.toSorted()).toEqual(run(["captcha-used", 11], ["ok", 1]));
      expect(await inTurn(5, () => lookUp(world, false, { client }))).toEqual(run(["ok", 4], ["too-many-tries", 1]));
    });

    it("leaves the captcha unspent when it refuses for another reason: all or nothing", async () => {
      const world = make();
      const { captcha, client } = newLookUp(world);
      await inTurn(5, () => lookUp(world, false, { client }));
      expect(await lookUp(world, false, { client, captcha })).toBe("too-many-tries");
      expect(await lookUp(world, false, { captcha })).toBe("ok");
    });

    it("lets one address miss five times in ten minutes, then five more, twenty times a day (T05)", async () => {
      const world = make();
      const { client } = newLookUp(world);
      for (let span = 0; span < 4; span += 1) {
        expect(await inTurn(6, () => lookUp(world, false, { client }))).toEqual(run(["ok", 5], ["too-many-tries", 1]));
        world.clock.advanceBy({ minutes: 10 });
      }
      expect(await lookUp(world, true, { client })).toBe("too-many-tries");
      expect(await lookUp(world, true)).toBe("ok");
      world.clock.advanceBy({ days: 1 });
      expect(await lookUp(world, false, { client })).toBe("ok");
    });

    it("lets one address hit ten times an hour (T05)", async () => {
      const world = make();
      const { client } = newLookUp(world);
      expect(await inTurn(11, () => lookUp(world, true, { client }))).toEqual(run(["ok", 10], ["too-many-tries", 1]));
      world.clock.advanceBy({ hours: 1 });
      expect(await lookUp(world, true, { client })).toBe("ok");
    });

    it("lets a registered school, a class behind one address, hit and miss ten times as often (T05)", async () => {
      const world = make();
      const at = () => ({ client: world.ids.id(), fromSchool: true });
      const [hitting, missing] = [at(), at()];
      expect(await inTurn(101, () => lookUp(world, true, hitting))).toEqual(run(["ok", 100], ["too-many-tries", 1]));
      expect(await inTurn(51, () => lookUp(world, false, missing))).toEqual(run(["ok", 50], ["too-many-tries", 1]));
    });

    it("lets one person be looked up five times a day, hit or miss, from wherever (T05)", async () => {
      const world = make();
      const { personKey } = newLookUp(world);
      const outcomes = await inTurn(6, (time) => lookUp(world, time % 2 === 0, { personKey }));
      expect(outcomes).toEqual(run(["ok", 5], ["too-many-tries", 1]));
      world.clock.advanceBy({ days: 1 });
      expect(await lookUp(world, true, { personKey })).toBe("ok");
    });

    it("lets personal data of one person be tried as often as their own rule says, within the budget of all (M48, T15)", async () => {
      const personalData = { ...policies.seed.personalData, perPerson: { seconds: 86_400, most: 2 } };
      const world = make({ ...policies.seed, personalData });
      const { personKey } = newLookUp(world);
      const byData = { personKey, byPersonalData: true } as const;
      expect(await inTurn(3, () => lookUp(world, false, byData))).toEqual(run(["ok", 2], ["too-many-tries", 1]));
      expect(await inTurn(4, () => lookUp(world, true, { personKey }))).toEqual(run(["ok", 3], ["too-many-tries", 1]));
      world.clock.advanceBy({ days: 1 });
      expect(await lookUp(world, true, byData)).toBe("ok");
    });

    it("lets no more through when all come at once than one after the other (T05)", async () => {
      const world = make();
      const { client } = newLookUp(world);
      const outcomes = await atOnce(20, () => world.lookUps.reserve(newLookUp(world, { client })));
      expect(outcomes.toSorted()).toEqual(run(["ok", 5], ["too-many-tries", 15]));
    });

    it("shuts where misses pile up, for five minutes, and counts no hit as one (T05)", async () => {
      const missBreaker = { seconds: 300, most: 20 * limitShards };
      const world = make({ ...policies.seed, lookUp: { ...policies.seed.lookUp, missBreaker } });
      const at = { client: world.ids.id(), fromSchool: true };
      await inTurn(30, () => lookUp(world, true, at));
      expect(await inTurn(21, () => lookUp(world, false, at))).toEqual(run(["ok", 20], ["breaker-open", 1]));
      world.clock.advanceBy({ minutes: 5 });
      expect(await lookUp(world, true, at)).toBe("ok");
    });
  });
}
