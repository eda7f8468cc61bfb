import { describe, expect, it } from "vitest";
import type { Enrolment } from "../../functions/contract/schemas/parts.ts";
import { personDigest, personKeyOf } from "../../functions/ports/person-key.ts";
import type { StoredPlace } from "../../functions/ports/roster-store.ts";
import { enrolment } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

const stamp = { asOf: "115-1", importedAt: "2026-09-01T00:00:00.000Z" };
const later = { asOf: "115-2", importedAt: "2027-02-01T00:00:00.000Z" };
const counts = { added: 0, changed: 0, unchanged: 0, left: 0 };

function placeIn({ ids }: World, change: Partial<StoredPlace> = {}, at: Partial<Enrolment> = {}): StoredPlace {
  return { personId: `T-${ids.id()}`, name: "王小明", leave: false, enrolment: { ...enrolment, ...at }, ...change };
}

async function stored({ keys, lookUps, ids, clock }: World, { personId, enrolment: at }: StoredPlace) {
  const personKey = await personKeyOf(keys, personDigest(personId));
  const captcha = { right: true, id: ids.id(), kind: "digits" as const, expiresAt: clock.now() };
  const { school, role } = at;
  return (await lookUps.find({ personKey, school, role, client: "test", fromSchool: false, captcha })).entry;
}

export function rosterContract(name: string, make: MakeWorld): void {
  describe(`the roster ${name}`, () => {
    it("adds who is new, and finds nothing new in the same rows again, whatever the stamp (T25)", async () => {
      const world = make();
      const places = [placeIn(world), placeIn(world), placeIn(world)];
      expect(await world.roster.write(places, stamp)).toEqual({ ...counts, added: 3 });
      expect(await world.roster.write(places, later)).toEqual({ ...counts, unchanged: 3 });
    });

    it.each<[string, Partial<StoredPlace>, Partial<Enrolment>]>([
      ["name", { name: "王曉明" }, {}],
      ["grade", {}, { grade: "5" }],
      ["class", {}, { class: "2" }],
      ["seat", {}, { seat: "7" }],
      ["school's name", {}, { school: { ...enrolment.school, name: "市立實驗國小" } }],
    ])("tells a changed %s and keeps the new one", async (_, change, at) => {
      const world = make();
      const place = placeIn(world);
      await world.roster.write([place], stamp);
      const changed = placeIn(world, { personId: place.personId, ...change }, at);
      expect(await world.roster.write([changed], stamp)).toEqual({ ...counts, changed: 1 });
      expect(await stored(world, place)).toEqual({ name: changed.name, enrolment: changed.enrolment });
    });

    it("takes a field that is missing and one that is undefined as the same", async () => {
      const world = make();
      const place = placeIn(world);
      await world.roster.write([place], stamp);
      const { seat: _seat, ...rest } = place.enrolment as Enrolment;
      expect(await world.roster.write([{ ...place, enrolment: rest }], stamp)).toEqual({ ...counts, unchanged: 1 });
    });

    it("keeps one person at two schools, at two levels of one code and in two roles apart (M4)", async () => {
      const world = make();
      const { personId } = placeIn(world);
      const { school } = enrolment;
      const places = [
        {},
        { school: { ...school, code: "383602" } },
        { school: { ...school, level: "國中" as const } },
        { role: "teacher" as const },
      ].map((at) => placeIn(world, { personId }, at));
      expect(await world.roster.write(places, stamp)).toEqual({ ...counts, added: 4 });
      expect(await world.roster.write([{ ...places[0]!, leave: true }], stamp)).toEqual({ ...counts, left: 1 });
      const found = await Promise.all(places.map((place) => stored(world, place)));
      expect(found.map((entry) => entry !== undefined)).toEqual([false, true, true, true]);
    });

    it("counts who leaves once, and who was never there as unchanged (M4)", async () => {
      const world = make();
      const place = placeIn(world);
      await world.roster.write([place], stamp);
      const leaving = [{ ...place, leave: true }, placeIn(world, { leave: true })];
      expect(await world.roster.write(leaving, stamp)).toEqual({ ...counts, left: 1, unchanged: 1 });
      expect(await world.roster.write(leaving, stamp)).toEqual({ ...counts, unchanged: 2 });
      expect(await world.roster.write([place], stamp)).toEqual({ ...counts, added: 1 });
    });

    it("takes a hundred rows of all kinds at once", async () => {
      const world = make();
      const places = Array.from({ length: 100 }, () => placeIn(world));
      await world.roster.write(places.slice(0, 60), stamp);
      const mixed = places.map((place, index) => ({
        ...place,
        leave: index < 20,
        name: index < 40 ? "林小華" : place.name,
      }));
      expect(await world.roster.write(mixed, stamp)).toEqual({ left: 20, changed: 20, unchanged: 20, added: 40 });
    });
  });
}
