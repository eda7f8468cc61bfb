import { describe, expect, it } from "vitest";
import { dueShards } from "../../functions/contract/tables.ts";
import { applying, atOnce, claim, newDraft, press, proving, registered, send, sent, welcomeOf } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

/** In which rows of the sweep an application is found; one that waits for nothing is in none. */
async function sweptIn({ registrations }: World, flowId: string): Promise<number> {
  const shards = await atOnce(dueShards, (shard) => registrations.overdue(shard));
  return shards.filter((ids) => ids.includes(flowId)).length;
}

export function registrationsContract(name: string, make: MakeWorld): void {
  describe(`claiming a name and a person ${name} (S1)`, () => {
    it("shows the application as it stands, and none that was never made", async () => {
      const world = make();
      const { flowId, userId, accountName, personKey } = await applying(world);
      const heldUntil = world.clock.now() + 15 * 60_000;
      const flow = { flowId, userId, accountName, personKey, status: "PENDING", revision: 1, heldUntil };
      expect(await world.registrations.flow(flowId)).toEqual({ ...flow, proved: undefined });
      expect(await world.registrations.flow(world.ids.id())).toBeUndefined();
    });

    it("may be repeated: the same step again is claimed again", async () => {
      const world = make();
      const draft = await applying(world);
      expect(await claim(world, draft)).toBe("claimed");
    });

    it("gives a name to one of many who ask at once, and the losers hold nothing (T44)", async () => {
      const world = make();
      const drafts = await atOnce(20, async () => newDraft(world, { accountName: `race${world.clock.now()}` }));
      const outcomes = await atOnce(20, (index) => claim(world, drafts[index]!));
      expect(outcomes.filter((outcome) => outcome === "claimed")).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === "name-taken")).toHaveLength(19);
      const loser = drafts[outcomes.indexOf("name-taken")]!;
      expect(await world.registrations.flow(loser.flowId)).toBeUndefined();
      expect(await applying(world, { personKey: loser.personKey })).toBeDefined();
    });

    it("lets one of many applications of one person go on, whatever the names (T44, I2)", async () => {
      const world = make();
      const personKey = world.ids.id();
      const outcomes = await atOnce(20, async () => {
        const draft = newDraft(world, { personKey });
        return claim(world, draft);
      });
      expect(outcomes.toSorted()).toEqual(["claimed", ...Array(19).fill("person-applying")]);
    });

    it.each([
      ["14 min 59 s: still held", { minutes: 14, seconds: 59 }, "name-taken", "person-applying"],
      ["15 min 00 s: still held", { minutes: 15 }, "name-taken", "person-applying"],
      ["15 min 01 s: free, though its row is still there", { minutes: 15, seconds: 1 }, "claimed", "claimed"],
    ])("holds both for fifteen minutes: after %s (T11, T44)", async (_, span, nameOutcome, personOutcome) => {
      const world = make();
      const { accountName } = await applying(world);
      const { personKey } = await applying(world);
      world.clock.advanceBy(span);
      expect((await world.rows("claims")).join()).toContain(accountName);
      const outcomes = [newDraft(world, { accountName }), newDraft(world, { personKey })].map((draft) =>
        claim(world, draft),
      );
      expect(await Promise.all(outcomes)).toEqual([nameOutcome, personOutcome]);
    });

    it("frees the first name at once when another is chosen, and keeps the person (M16)", async () => {
      const world = make();
      const draft = await applying(world);
      const other = newDraft(world, { ...draft, accountName: `${draft.accountName}x`, revision: 2 });
      expect(await world.registrations.claim(other, draft)).toBe("claimed");
      expect(await applying(world, { accountName: draft.accountName })).toBeDefined();
      const again = newDraft(world, { personKey: draft.personKey });
      expect(await claim(world, again)).toBe("person-applying");
    });

    it("takes no step of an older tab", async () => {
      const world = make();
      const draft = await applying(world);
      await world.registrations.claim({ ...draft, revision: 2 }, draft);
      expect(await claim(world, draft)).toBe("flow-ended");
    });

    it("never gives away a name or a person that has an account, however late (I1, I2)", async () => {
      const world = make();
      const { accountName, personKey } = await registered(world);
      world.clock.advanceBy({ days: 1 });
      const [byName, byPerson] = [newDraft(world, { accountName }), newDraft(world, { personKey })];
      expect(await claim(world, byName)).toBe("name-taken");
      expect(await claim(world, byPerson)).toBe("person-has-account");
    });
  });

  describe(`creating the account ${name} (S6a, S8)`, () => {
    it("begins only when a contact is proved, and a repeat goes on (T45)", async () => {
      const world = make();
      const unproved = { ...(await applying(world)), proved: "email" as const };
      expect(await world.registrations.startCreating(unproved)).toBe("not-verified");
      const draft = await proving(world);
      expect(await world.registrations.startCreating({ ...draft, proved: "sms" })).toBe("not-verified");
      expect(await world.registrations.startCreating(draft)).toBe("creating");
      expect(await world.registrations.startCreating(draft)).toBe("creating");
      expect((await world.registrations.flow(draft.flowId))?.status).toBe("CREATING");
    });

    it("does not take the proof of other contacts (M18, T10)", async () => {
      const world = make();
      const draft = await proving(world);
      const changed = { ...draft, email: "victim@mail.test", revision: 2 };
      await world.registrations.claim(changed, draft);
      expect((await world.registrations.flow(draft.flowId))?.proved).toBeUndefined();
      expect(await world.registrations.startCreating(changed)).toBe("not-verified");
    });

    it("does not take a draft whose contacts are not the ones that were proved, though its revision is (M18, T10)", async () => {
      const world = make();
      const draft = newDraft(world);
      const planted = { ...draft, email: "victim@mail.test" };
      await claim(world, planted);
      await claim(world, draft);
      await sent(world, draft);
      expect(await press(world, draft, true)).toBe(true);
      expect(await world.registrations.startCreating({ ...planted, proved: "email" })).toBe("not-verified");
    });

    it("holds the claims for another fifteen minutes, and no sweep takes it meanwhile (S6a)", async () => {
      const world = make();
      const draft = await proving(world);
      world.clock.advanceBy({ minutes: 14 });
      await world.registrations.startCreating(draft);
      world.clock.advanceBy({ minutes: 14 });
      expect(await sweptIn(world, draft.flowId)).toBe(0);
      expect(await world.registrations.fence(draft.flowId)).toBeUndefined();
      const other = newDraft(world, { accountName: draft.accountName });
      expect(await claim(world, other)).toBe("name-taken");
    });

    it("is lost when the name went to somebody else meanwhile (T44)", async () => {
      const world = make();
      const draft = await proving(world);
      world.clock.advanceBy({ minutes: 15, seconds: 1 });
      await applying(world, { accountName: draft.accountName });
      expect(await world.registrations.startCreating(draft)).toBe("lost");
    });

    it("makes one account with one audit record and one welcome of many finishes at once (T45, I1, I5)", async () => {
      const world = make();
      const draft = await proving(world);
      await world.registrations.startCreating(draft);
      const outcomes = await atOnce(8, () => world.registrations.finish(draft, welcomeOf(world, draft)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect((await world.registrations.flow(draft.flowId))?.status).toBe("DONE");
      expect(await world.registrations.startCreating(draft)).toBe("done");
      expect((await world.rows("audit")).filter((row) => row.includes(draft.userId))).toHaveLength(1);
      expect(await world.accounts.find(draft.accountName, "somewhere")).toMatchObject({ userId: draft.userId });
    });

    it("links the county account it came with, and goes on without one that was taken meanwhile (M12, T35)", async () => {
      const world = make();
      const county = { id: "KHH" as const, link: `county#KHH#${world.ids.id()}` };
      const holderOf = async () => (await world.rows("claims")).filter((row) => row.includes(county.link));
      const first = await proving(world, { county });
      await world.registrations.startCreating(first);
      expect(await world.registrations.finish(first, welcomeOf(world, first))).toBe(true);
      const second = await proving(world, { county });
      await world.registrations.startCreating(second);
      expect(await world.registrations.finish(second, welcomeOf(world, second))).toBe(true);
      expect((await world.registrations.flow(second.flowId))?.status).toBe("DONE");
      const recordsOf = async ({ userId }: { userId: string }) =>
        (await world.rows("audit")).filter((row) => row.includes(userId));
      expect((await recordsOf(first)).join()).toContain("KHH");
      expect(await recordsOf(second)).toHaveLength(1);
      expect((await recordsOf(second)).join()).not.toContain("KHH");
      const [holder, ...more] = await holderOf();
      expect(more).toEqual([]);
      expect(holder).toContain(first.userId);
    });

    it("makes none before creating has begun", async () => {
      const world = make();
      const draft = await proving(world);
      expect(await world.registrations.finish(draft, welcomeOf(world, draft))).toBe(false);
      expect((await world.accounts.find(draft.accountName, "somewhere")).userId).toBeUndefined();
    });
  });

  describe(`giving up ${name}`, () => {
    it("frees name and person at once when the person starts over, and the old application is over", async () => {
      const world = make();
      const draft = await applying(world);
      await world.registrations.abandon(draft);
      await world.registrations.abandon(draft);
      expect(await applying(world, { accountName: draft.accountName, personKey: draft.personKey })).toBeDefined();
      expect((await world.registrations.flow(draft.flowId))?.status).toBe("ABANDONED");
      expect(await world.registrations.claim({ ...draft, revision: 2 }, draft)).toBe("flow-ended");
      expect(await send(world, draft)).toEqual({ kind: "flow-ended" });
    });

    it("frees what the application holds now, not what a stale tab says that it held", async () => {
      const world = make();
      const draft = await applying(world);
      const renamed = { ...draft, accountName: `${draft.accountName}x`, revision: 2 };
      await world.registrations.claim(renamed, draft);
      await world.registrations.abandon(draft);
      expect(await applying(world, { accountName: renamed.accountName })).toBeDefined();
    });

    it("takes nothing back from an account that is made or being made", async () => {
      const world = make();
      const [made, inMaking] = [await registered(world), await proving(world)];
      await world.registrations.startCreating(inMaking);
      for (const draft of [made, inMaking]) await world.registrations.abandon(draft);
      expect(await world.registrations.finish(inMaking, welcomeOf(world, inMaking))).toBe(true);
      expect((await world.accounts.find(made.accountName, "somewhere")).userId).toBe(made.userId);
    });

    it("is swept once past fifteen minutes, not before, and not when it is done or given up (S11)", async () => {
      const world = make();
      const [late, done, over] = [await applying(world), await registered(world), await applying(world)];
      await world.registrations.abandon(over);
      world.clock.advanceBy({ minutes: 15 });
      expect(await sweptIn(world, late.flowId)).toBe(0);
      expect(await world.registrations.fence(late.flowId)).toBeUndefined();
      world.clock.advanceBy({ seconds: 1 });
      const found = await Promise.all([late, done, over].map(({ flowId }) => sweptIn(world, flowId)));
      expect(found).toEqual([1, 0, 0]);
    });

    it("is fenced by one of many sweeps, which learns how far it had come and frees the claims (S11, T45)", async () => {
      const world = make();
      const draft = await proving(world);
      await world.registrations.startCreating(draft);
      world.clock.advanceBy({ minutes: 15, seconds: 1 });
      const fenced = await atOnce(8, () => world.registrations.fence(draft.flowId));
      const [flow, ...more] = fenced.filter((one) => one !== undefined);
      expect(more).toEqual([]);
      expect(flow).toMatchObject({ status: "CREATING", userId: draft.userId, accountName: draft.accountName });
      expect(await world.registrations.finish(draft, welcomeOf(world, draft))).toBe(false);
      expect(await world.registrations.startCreating(draft)).toBe("lost");
      await world.registrations.free(flow!);
      await world.registrations.free(flow!);
      expect(await applying(world, { accountName: draft.accountName, personKey: draft.personKey })).toBeDefined();
    });

    it("is over at once when it had no user in the vault, and looked at once more when it may have (S11, T45)", async () => {
      const world = make();
      const [applied, inMaking] = [await applying(world), await proving(world)];
      await world.registrations.startCreating(inMaking);
      world.clock.advanceBy({ minutes: 15, seconds: 1 });
      const sweep = async () => {
        const flows = await Promise.all([applied, inMaking].map(({ flowId }) => world.registrations.fence(flowId)));
        for (const flow of flows) if (flow !== undefined) await world.registrations.free(flow);
        world.clock.advanceBy({ seconds: 61 });
        return flows.map((flow) => flow?.status);
      };
      expect(await sweep()).toEqual(["PENDING", "CREATING"]);
      expect(await sweep()).toEqual([undefined, "ABANDONED"]);
      expect(await sweep()).toEqual([undefined, undefined]);
      expect(await sweptIn(world, inMaking.flowId)).toBe(0);
    });

    it("is found again a minute later when a sweep broke off after the fence (S11)", async () => {
      const world = make();
      const { flowId } = await applying(world);
      world.clock.advanceBy({ minutes: 15, seconds: 1 });
      await world.registrations.fence(flowId);
      expect(await sweptIn(world, flowId)).toBe(0);
      world.clock.advanceBy({ seconds: 61 });
      expect(await sweptIn(world, flowId)).toBe(1);
      expect(await world.registrations.fence(flowId)).toMatchObject({ status: "ABANDONED" });
    });

    it("leaves the claims alone that somebody else took meanwhile (T44)", async () => {
      const world = make();
      const late = await applying(world);
      world.clock.advanceBy({ minutes: 15, seconds: 1 });
      const { accountName, personKey } = await applying(world, {
        accountName: late.accountName,
        personKey: late.personKey,
      });
      const flow = await world.registrations.fence(late.flowId);
      await world.registrations.free(flow!);
      const third = newDraft(world, { accountName, personKey });
      expect(await claim(world, third)).toBe("person-applying");
    });
  });
}
