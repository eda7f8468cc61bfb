import { describe, expect, it } from "vitest";
import { limitShards } from "../../functions/contract/policy.ts";
import { applying, atOnce, inTurn, newDraft, press, proving, send, sent, subjectOf } from "./steps.ts";
import type { MakeWorld } from "./world.ts";

/** A six-digit code and what may be done with it; what may be sent is in the limits' suite. */
export function challengesContract(name: string, make: MakeWorld): void {
  describe(`a code ${name}`, () => {
    it("is six digits, its own for each channel, and goes to both contacts (M18)", async () => {
      const world = make();
      const draft = await applying(world, { email: "a@mail.test", mobile: "+886912345678" });
      const issued = await send(world, draft, { language: "en" });
      if (issued.kind !== "issued") throw new Error(issued.kind);
      const { message, states } = issued.intent;
      expect(message).toMatchObject({
        kind: "code-register",
        language: "en",
        email: "a@mail.test",
        mobile: "+886912345678",
      });
      expect(states).toEqual({ email: "waiting", sms: "waiting" });
      expect(issued.channels).toEqual(["email", "sms"]);
      const { codes, minutes } = message.words as { codes: Record<string, string>; minutes: number };
      expect(minutes).toBe(10);
      expect(codes.email).toMatch(/^\d{6}$/);
      expect(codes.sms).toMatch(/^\d{6}$/);
      expect(codes.email === codes.sms).toBe(false);
      const tried = await world.challenges.reserveTry(subjectOf(draft).subject, "a-press");
      expect(await world.challenges.code(tried?.challenge.challengeId ?? "", "sms")).toBe(codes.sms);
    });

    it("says when it ends and when it may be asked for again: 10 minutes and 60 seconds", async () => {
      const world = make();
      const now = world.clock.now();
      expect(await send(world, await applying(world))).toMatchObject({
        expiresAt: now + 600_000,
        resendAt: now + 60_000,
      });
    });

    it("proves its channel once: the flow is VERIFIED, and no second try wins (T07, I3)", async () => {
      const world = make();
      const draft = await applying(world);
      await sent(world, draft);
      expect(await press(world, draft, true)).toBe(true);
      expect(await world.registrations.flow(draft.flowId)).toMatchObject({ status: "VERIFIED", proved: "email" });
      expect(await press(world, draft, true)).toBe(false);
    });

    it("has one winner of many right tries at the same time (T07, I3)", async () => {
      const world = make();
      const draft = await applying(world);
      await sent(world, draft);
      const outcomes = await atOnce(20, () => press(world, draft, true));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
    });

    it("tells a repeat of the winning press from a second press (T07)", async () => {
      const world = make();
      const draft = await applying(world, { mobile: "+886912345678" });
      await sent(world, draft);
      await press(world, draft, true, { attempt: "one-press", channel: "sms" });
      const { subject } = subjectOf(draft);
      const again = await world.challenges.reserveTry(subject, "one-press");
      expect(again).toMatchObject({ alreadyBy: true, challenge: { usedBy: "one-press", usedChannel: "sms" } });
      expect(await world.challenges.reserveTry(subject, "another-press")).toBeUndefined();
    });

    it("is accepted at 10 min 00 s and refused at 10 min 01 s, its row still there (T11)", async () => {
      for (const [seconds, outcome] of [
        [0, true],
        [1, false],
      ] as const) {
        const world = make();
        const draft = await applying(world);
        await sent(world, draft);
        world.clock.advanceBy({ minutes: 10, seconds });
        expect((await world.rows("challenges")).join()).toContain(draft.flowId);
        const { subject } = subjectOf(draft);
        expect((await world.challenges.reserveTry(subject, "a-wrong-press")) !== undefined).toBe(outcome);
        expect(await press(world, draft, true)).toBe(outcome);
      }
    });

    it("is refused when it ends between the try and its success (T11)", async () => {
      const world = make();
      const draft = await applying(world);
      await sent(world, draft);
      const subject = subjectOf(draft);
      const tried = await world.challenges.reserveTry(subject.subject, "slow-press");
      world.clock.advanceBy({ minutes: 10, seconds: 1 });
      expect(await world.challenges.succeed(subject, tried!.challenge, "slow-press", "email", 0)).toBe(false);
    });

    it("is evaluated five times in all, however many try at once, and the sixth is refused though right (T06)", async () => {
      const world = make();
      const draft = await applying(world);
      await sent(world, draft);
      const { subject } = subjectOf(draft);
      const tried = await atOnce(20, (index) => world.challenges.reserveTry(subject, `press-${index}`));
      expect(tried.filter((one) => one !== undefined)).toHaveLength(5);
      expect(await press(world, draft, true)).toBe(false);
    });

    it("is unknown for another application and before anything was sent (T10)", async () => {
      const world = make();
      const [asked, never] = [await applying(world), await applying(world)];
      await sent(world, asked);
      expect(await press(world, never, true)).toBe(false);
      expect(await world.challenges.reserveTry("reset#nobody", "a-press")).toBeUndefined();
    });

    it("proves no contact that it was not sent to (M18, T10)", async () => {
      const world = make();
      const draft = await applying(world);
      await sent(world, draft);
      const changed = { ...draft, email: "victim@mail.test", revision: 2 };
      await world.registrations.claim(changed, draft);
      expect(await press(world, changed, true)).toBe(false);
      expect((await world.registrations.flow(draft.flowId))?.proved).toBeUndefined();
    });

    it("is another one after the contacts have changed, once the minute is over, and the old one is dead (T10)", async () => {
      const world = make();
      const draft = await applying(world);
      const first = await sent(world, draft);
      const changed = { ...draft, email: "other@mail.test", revision: 2 };
      await world.registrations.claim(changed, draft);
      expect(await send(world, changed)).toMatchObject({ kind: "wait", seconds: 60 });
      world.clock.advanceBy({ seconds: 60 });
      const second = await sent(world, changed);
      expect(second.message.email).toBe("other@mail.test");
      const idOf = async () =>
        (await world.challenges.reserveTry(subjectOf(draft).subject, "look"))?.challenge.challengeId;
      const id = (await idOf()) ?? "";
      expect(second.message.words).toMatchObject({ codes: { email: await world.challenges.code(id, "email") } });
      expect(JSON.stringify(first.message.words) === JSON.stringify(second.message.words)).toBe(false);
      expect(await press(world, changed, true)).toBe(true);
    });

    it("is neither sent nor taken for an application that is given up or of an older tab (T10)", async () => {
      const world = make();
      const [older, over] = [await applying(world), await applying(world)];
      for (const draft of [older, over]) await sent(world, draft);
      await world.registrations.claim({ ...older, revision: 2 }, older);
      await world.registrations.abandon(over);
      world.clock.advanceBy({ seconds: 60 });
      for (const draft of [older, over, newDraft(world)]) {
        expect(await send(world, draft)).toEqual({ kind: "flow-ended" });
        expect(await press(world, draft, true)).toBe(false);
      }
    });

    it("keeps the application proved when the contacts stay and another step is repeated", async () => {
      const world = make();
      const draft = await proving(world);
      await world.registrations.claim({ ...draft, revision: 2 }, draft);
      expect(await world.registrations.flow(draft.flowId)).toMatchObject({ status: "VERIFIED", proved: "email" });
    });
  });

  describe(`the breaker of wrong codes ${name} (T09)`, () => {
    const flow = { flowId: "some application", revision: 1 };
    /** Right and wrong tries, booked on one shard. */
    async function booked(wrong: number, right: number) {
      const world = make();
      const shard = 3;
      const subject = subjectOf(newDraft(world));
      await inTurn(wrong, () => world.challenges.miss(subject, shard));
      await inTurn(right, async () => {
        const draft = await applying(world);
        await sent(world, draft);
        const tried = await world.challenges.reserveTry(subjectOf(draft).subject, "press");
        await world.challenges.succeed(subjectOf(draft), tried!.challenge, "press", "email", shard);
      });
      return { world, shard };
    }

    it("opens at the fortieth try of a shard, so before 1,000 in all, and for no other shard", async () => {
      const { world, shard } = await booked(39, 0);
      expect(await world.challenges.gate({ account: "somebody", flow }, shard)).toBe("open");
      await world.challenges.miss(subjectOf(newDraft(world)), shard);
      expect(await world.challenges.gate({ account: "somebody", flow }, shard)).toBe("captcha");
      expect(await world.challenges.gate({ account: "somebody", flow }, shard + 1)).toBe("open");
      expect(40 * limitShards).toBeLessThan(1_000);
    });

    it("stays shut while no more than one in five is wrong", async () => {
      const { world, shard } = await booked(9, 36);
      expect(await world.challenges.gate({ account: "somebody", flow }, shard)).toBe("open");
      await inTurn(3, () => world.challenges.miss(subjectOf(newDraft(world)), shard));
      expect(await world.challenges.gate({ account: "somebody", flow }, shard)).toBe("captcha");
    });

    it("stays shut to the account itself once it has had its fifteen wrong codes of the day, over all challenges (T08)", async () => {
      const world = await make();
      const { account } = subjectOf(newDraft(world));
      const subject = { ...subjectOf(newDraft(world)), account };
      await inTurn(14, (index) => world.challenges.miss(subject, index));
      expect(await world.challenges.gate({ account, flow }, 0)).toBe("open");
      await world.challenges.miss(subject, 14);
      expect(await world.challenges.gate({ account, flow }, 0)).toBe("spent");
      expect(await world.challenges.gate({ account: "somebody else", flow }, 0)).toBe("open");
      world.clock.advanceBy({ days: 1 });
      expect(await world.challenges.gate({ account, flow }, 0)).toBe("open");
    });

    it("shuts again after five minutes", async () => {
      const { world, shard } = await booked(40, 0);
      world.clock.advanceBy({ minutes: 5 });
      expect(await world.challenges.gate({ account: "somebody", flow }, shard)).toBe("open");
    });

    it("counts every subject in one of the shards, always the same, and not all in one", async () => {
      const world = make();
      const subjects = Array.from({ length: 200 }, () => `register#${world.ids.id()}`);
      const shards = subjects.map((subject) => world.challenges.shard(subject));
      expect(subjects.map((subject) => world.challenges.shard(subject))).toEqual(shards);
      for (const shard of shards)
        expect([0 <= shard, shard < limitShards, Number.isInteger(shard)]).not.toContain(false);
      expect(new Set(shards).size).toBeGreaterThan(limitShards / 2);
    });
  });
}
