import { describe, expect, it } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import type { SendRequest } from "../../functions/ports/challenges.ts";
import type { ClaimedDraft } from "../../functions/ports/registrations.ts";
import { applying, atOnce, inTurn, press, run, send, sent, subjectOf } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

/** Sends for somebody new; gives the ways it went, or why it did not. */
async function firstSend(world: World, contacts: Partial<ClaimedDraft>, request: Partial<SendRequest> = {}) {
  const issued = await send(world, await applying(world, contacts), request);
  return issued.kind === "issued" ? issued.channels.join("+") : issued.kind;
}

/** Sends again and again, each a minute after the one before; gives what became of each. */
const keepSending = (world: World, draft: ClaimedDraft, times: number) =>
  inTurn(times, async () => {
    const { kind } = await send(world, draft);
    world.clock.advanceBy({ seconds: 60 });
    return kind;
  });

const mobileOf = (number: number) => `+8869${String(number).padStart(8, "0")}`;

/** What may be sent to whom how often: the limits of `Challenges.issue`. */
export function codeLimitsContract(name: string, make: MakeWorld): void {
  describe(`sending codes ${name}`, () => {
    it("repeats the same code within its life, not sooner than after 60 s, and does not make it live longer (M18, T13)", async () => {
      const world = make();
      const draft = await applying(world);
      const first = await send(world, draft);
      world.clock.advanceBy({ seconds: 59 });
      expect(await send(world, draft)).toMatchObject({ kind: "wait", seconds: 1 });
      world.clock.advanceBy({ seconds: 1 });
      const second = await send(world, draft);
      if (first.kind !== "issued" || second.kind !== "issued") throw new Error("no code was sent");
      expect(second.intent.message.words).toEqual(first.intent.message.words);
      expect(second.expiresAt).toBe(first.expiresAt);
      expect(second.intent.messageId === first.intent.messageId).toBe(false);
    });

    it("sends one message when many ask at once (T13)", async () => {
      const world = make();
      const draft = await applying(world);
      const before = (await world.rows("messages")).length;
      const kinds = (await atOnce(20, () => send(world, draft))).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "issued")).toHaveLength(1);
      expect((await world.rows("messages")).length - before).toBe(1);
    });

    it("sends one message when many ask again at once (T13)", async () => {
      const world = make();
      const draft = await applying(world);
      await sent(world, draft);
      world.clock.advanceBy({ seconds: 60 });
      const kinds = (await atOnce(10, () => send(world, draft))).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "issued")).toHaveLength(1);
    });

    it.each([
      [
        "five wrong tries",
        async (world: World, draft: ClaimedDraft) => void (await inTurn(5, () => press(world, draft, false))),
      ],
      ["its ten minutes", async (world: World) => world.clock.advanceBy({ minutes: 10, seconds: 1 })],
      ["its use", async (world: World, draft: ClaimedDraft) => void (await press(world, draft, true))],
    ])("sends a new code after %s, with five tries of its own (T06)", async (_, spend) => {
      const world = make();
      const draft = await applying(world);
      await sent(world, draft);
      const idOf = async () => (await world.rows("challenges")).find((row) => row.includes(draft.flowId));
      const before = await idOf();
      await spend(world, draft);
      world.clock.advanceBy({ seconds: 60 });
      await sent(world, draft);
      expect(await idOf()).not.toBe(before);
      await inTurn(4, () => press(world, draft, false));
      expect(await press(world, draft, true)).toBe(true);
    });

    it("sends one account five in any hour, wherever the hour begins (T13)", async () => {
      const world = make();
      world.clock.advanceBy({ minutes: 58 });
      const draft = await applying(world);
      expect(await keepSending(world, draft, 7)).toEqual(run(["issued", 5], ["limit", 2]));
      // The first of the five leaves the hour 60 minutes after it was sent; seven minutes are gone.
      world.clock.advanceBy({ minutes: 52, seconds: 59 });
      expect((await send(world, draft)).kind).toBe("limit");
      world.clock.advanceBy({ seconds: 1 });
      expect((await send(world, draft)).kind).toBe("issued");
    });

    it("sends one account ten in any day, whatever application and address they are for (T13)", async () => {
      const world = make();
      world.clock.advanceBy({ hours: 20 });
      const personKey = world.ids.id();
      const outcomes: string[] = [];
      for (let hour = 0; hour < 3; hour += 1) {
        const draft = await applying(world, { personKey });
        outcomes.push(...(await keepSending(world, draft, 4)));
        await world.registrations.abandon(draft);
        world.clock.advanceBy({ hours: 1 });
      }
      expect(outcomes).toEqual(run(["issued", 10], ["limit", 2]));
    });

    it("sends an e-mail address five an hour; a sibling still gets the first of the hour, and no second (T13)", async () => {
      const world = make();
      const email = `parent-${world.ids.id()}@mail.test`;
      await keepSending(world, await applying(world, { email }), 5);
      const sibling = await applying(world, { email });
      expect(await keepSending(world, sibling, 2)).toEqual(["issued", "limit"]);
    });

    it("sends each of ten siblings who ask at the same time their first code (T13)", async () => {
      const world = make();
      const email = `parent-${world.ids.id()}@mail.test`;
      expect(await atOnce(10, () => firstSend(world, { email }))).toEqual(run(["email", 10]));
    });

    it("sends an e-mail address thirty a day at most, however many siblings ask (T13, I6)", async () => {
      const world = make();
      const email = `parent-${world.ids.id()}@mail.test`;
      expect(await inTurn(31, () => firstSend(world, { email }))).toEqual(run(["email", 30], ["limit", 1]));
    });

    it("sends a mobile five in any day, then mail only, or nothing when there is no mail (T12)", async () => {
      const world = make();
      world.clock.advanceBy({ hours: 22 });
      const mobile = "+886955000111";
      const outcomes = await inTurn(6, () => {
        world.clock.advanceBy({ hours: 1 });
        return firstSend(world, { mobile });
      });
      expect(outcomes).toEqual(run(["email+sms", 5], ["email", 1]));
      const { email: _email, ...noMail } = await applying(world, { mobile });
      await world.registrations.claim({ ...noMail, revision: 2 }, noMail);
      expect((await send(world, { ...noMail, revision: 2 })).kind).toBe("limit");
    });

    it("sends twenty an hour to the numbers of one seven-digit prefix, then mail only (T12)", async () => {
      const world = make();
      const outcomes = await inTurn(21, (index) => firstSend(world, { mobile: mobileOf(12_345_000 + index) }));
      expect(outcomes).toEqual(run(["email+sms", 20], ["email", 1]));
      expect(await firstSend(world, { mobile: mobileOf(12_346_000) })).toBe("email+sms");
      world.clock.advanceBy({ hours: 1 });
      expect(await firstSend(world, { mobile: mobileOf(12_345_999) })).toBe("email+sms");
    });

    it("sends for one address ten an hour, for a registered school five hundred (T12)", async () => {
      const world = make();
      const [home, school] = [{ client: world.ids.id() }, { client: world.ids.id(), fromSchool: true }];
      expect(await inTurn(11, () => firstSend(world, {}, home))).toEqual(run(["email", 10], ["limit", 1]));
      expect(await inTurn(60, () => firstSend(world, {}, school))).toEqual(run(["email", 60]));
      world.clock.advanceBy({ hours: 1 });
      expect(await firstSend(world, {}, home)).toBe("email");
    });

    it("stops a registered school too at its own limit (T12)", async () => {
      const perSchoolClient = { seconds: 3_600, most: 15 };
      const world = make({ ...policies.seed, code: { ...policies.seed.code, perSchoolClient } });
      const school = { client: world.ids.id(), fromSchool: true };
      expect(await inTurn(16, () => firstSend(world, {}, school))).toEqual(run(["email", 15], ["limit", 1]));
    });

    it("never sends more SMS a day than the budget, and the mail goes on (T12, I6)", async () => {
      const world = make({ ...policies.seed, code: { ...policies.seed.code, smsPerDay: 16 } });
      const outcomes = await inTurn(60, (index) => firstSend(world, { mobile: mobileOf(index * 1_000) }));
      const bySms = outcomes.filter((outcome) => outcome === "email+sms");
      expect(bySms.length).toBeGreaterThan(0);
      expect(bySms.length).toBeLessThanOrEqual(16);
      expect(new Set(outcomes)).toEqual(new Set(["email+sms", "email"]));
    });

    it("counts nothing for a send that was refused: the limit is not spent by asking (T13)", async () => {
      const world = make();
      const draft = await applying(world);
      const request = { client: world.ids.id() };
      await sent(world, draft, request);
      await inTurn(20, () => send(world, draft, request));
      expect(await inTurn(10, () => firstSend(world, {}, request))).toEqual(run(["email", 9], ["limit", 1]));
    });

    it("sends nothing more to who was wrong fifteen times a day, over all applications and channels (T08)", async () => {
      const world = make();
      const personKey = world.ids.id();
      for (let challenge = 0; challenge < 3; challenge += 1) {
        const draft = await applying(world, { personKey });
        await sent(world, draft);
        await inTurn(5, () => press(world, draft, false));
        await world.registrations.abandon(draft);
      }
      const last = await applying(world, { personKey, mobile: "+886912345678" });
      expect((await send(world, last)).kind).toBe("limit");
      expect((await send(world, await applying(world))).kind).toBe("issued");
      world.clock.advanceBy({ days: 1 });
      const next = await applying(world, { personKey });
      expect(subjectOf(next).account).toBe(personKey);
      expect((await send(world, next)).kind).toBe("issued");
    });
  });
}
