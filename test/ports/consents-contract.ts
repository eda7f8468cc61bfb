import { describe, expect, it } from "vitest";
import { atOnce, inTurn } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

const application = "sample-learning";

/** Somebody nobody knows, in a world of their own. */
function somebody(make: MakeWorld): { world: World; userId: string } {
  const world = make();
  return { world, userId: world.ids.id() };
}

/** The audit records of a person: what happened, and to which application. */
async function auditOf(world: World, userId: string): Promise<string[]> {
  const rows = (await world.rows("audit")).filter((row) => row.includes(userId));
  return rows.map((row) => `${/consent\.\w+/.exec(row)?.[0]} ${/sample-[\w-]+/.exec(row)?.[0]}`).toSorted();
}

export function consentsContract(name: string, make: MakeWorld): void {
  describe(`a consent ${name}`, () => {
    it("is found as it was given, by that person and that application alone (M60)", async () => {
      const { world, userId } = somebody(make);
      const given = await world.consents.give(userId, application, ["openid", "email"]);
      const grantedAt = new Date(world.clock.now()).toISOString();
      expect(given).toMatchObject({ userId, clientId: application, scopes: ["openid", "email"], grantedAt });
      expect(given.generation).toMatch(/^[\w-]{22}$/);
      expect(await world.consents.find(userId, application)).toEqual(given);
      expect(await world.consents.find(userId, "sample-other")).toBeUndefined();
      expect(await world.consents.find(world.ids.id(), application)).toBeUndefined();
      expect(await auditOf(world, userId)).toEqual([`consent.given ${application}`]);
    });

    it("takes further scopes into the same generation, with the time of the latest (M60)", async () => {
      const { world, userId } = somebody(make);
      const { generation } = await world.consents.give(userId, application, ["openid", "profile"]);
      world.clock.advanceBy({ minutes: 1 });
      const more = await world.consents.give(userId, application, ["profile", "eduinfo"]);
      const grantedAt = new Date(world.clock.now()).toISOString();
      expect(more).toEqual({
        userId,
        clientId: application,
        generation,
        scopes: ["openid", "profile", "eduinfo"],
        grantedAt,
      });
      expect(await world.consents.find(userId, application)).toEqual(more);
    });

    it("holds everything that was given in several windows at once, in one generation", async () => {
      const { world, userId } = somebody(make);
      const scopes = ["profile", "email", "eduinfo", "openid2"];
      const given = await atOnce(scopes.length, (index) =>
        world.consents.give(userId, application, ["openid", scopes[index] ?? ""]),
      );
      const found = await world.consents.find(userId, application);
      expect([...(found?.scopes ?? [])].toSorted()).toEqual([...scopes, "openid"].toSorted());
      expect(new Set(given.map(({ generation }) => generation))).toEqual(new Set([found?.generation]));
      expect(await auditOf(world, userId)).toHaveLength(scopes.length);
    });

    it("is gone when it is taken back, and is another one when it is given again (M60, T39)", async () => {
      const { world, userId } = somebody(make);
      const { generation } = await world.consents.give(userId, application, ["openid", "profile"]);
      expect(await world.consents.revoke(userId, [application])).toBe(1);
      expect(await world.consents.find(userId, application)).toBeUndefined();
      expect(await world.consents.list(userId)).toEqual([]);
      const again = await world.consents.give(userId, application, ["openid"]);
      expect(again.scopes).toEqual(["openid"]);
      expect(again.generation === generation).toBe(false);
      expect(await auditOf(world, userId)).toEqual([
        ...[`consent.given ${application}`, `consent.given ${application}`],
        `consent.revoked ${application}`,
      ]);
    });

    it("is taken back and counted once, by whoever comes first of many (M60)", async () => {
      const { world, userId } = somebody(make);
      await world.consents.give(userId, application, ["openid"]);
      await world.consents.give(userId, "sample-other", ["openid"]);
      const counts = await atOnce(6, () => world.consents.revoke(userId, [application, "sample-other"]));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
      const revoked = (await auditOf(world, userId)).filter((entry) => entry.startsWith("consent.revoked"));
      expect(revoked).toEqual([`consent.revoked ${application}`, "consent.revoked sample-other"]);
    });

    it("is left alone by a list that does not name it, names it twice, or names what was never allowed", async () => {
      const { world, userId } = somebody(make);
      const [mine, others] = [userId, world.ids.id()];
      for (const owner of [mine, others]) await world.consents.give(owner, application, ["openid"]);
      await world.consents.give(mine, "sample-other", ["openid"]);
      expect(await world.consents.revoke(mine, [application, application, "never-allowed"])).toBe(1);
      expect((await world.consents.list(mine)).map(({ clientId }) => clientId)).toEqual(["sample-other"]);
      expect(await world.consents.find(others, application)).toBeDefined();
    });

    it("is taken back with more others than one transaction or one read holds (M60)", async () => {
      const { world, userId } = somebody(make);
      const clientIds = Array.from({ length: 120 }, (_, index) => `sample-n${index}`);
      await Promise.all(clientIds.map((clientId) => world.consents.give(userId, clientId, ["openid"])));
      expect(await world.consents.list(userId)).toHaveLength(120);
      expect(await world.consents.revoke(userId, clientIds)).toBe(120);
      expect(await world.consents.list(userId)).toEqual([]);
      const revoked = (await auditOf(world, userId)).filter((entry) => entry.startsWith("consent.revoked"));
      expect(new Set(revoked).size).toBe(120);
    });

    it("stands in the list of its person, the newest first (M60)", async () => {
      const { world, userId } = somebody(make);
      const clientIds = ["sample-b", "sample-c", "sample-a"];
      await inTurn(3, (index) => {
        world.clock.advanceBy({ minutes: 1 });
        return world.consents.give(userId, clientIds[index] ?? "", ["openid"]);
      });
      await world.consents.give(world.ids.id(), "sample-of-another-person", ["openid"]);
      const listed = await world.consents.list(userId);
      expect(listed.map(({ clientId }) => clientId)).toEqual(clientIds.toReversed());
    });

    it("is found from its application, each person once, page after page", async () => {
      const { world } = somebody(make);
      const clientId = `sample-${world.ids.id()}`;
      const people = Array.from({ length: 130 }, () => world.ids.id());
      await Promise.all(people.map((userId) => world.consents.give(userId, clientId, ["openid"])));
      await world.consents.give(world.ids.id(), application, ["openid"]);
      const found: string[] = [];
      let after: string | undefined;
      let pages = 0;
      do {
        const page = await world.consents.ofApplication(clientId, after);
        found.push(...page.userIds);
        after = page.next;
        pages += 1;
      } while (after !== undefined);
      expect(found.toSorted()).toEqual(people.toSorted());
      expect(pages).toBeGreaterThan(1);
    });
  });
}
