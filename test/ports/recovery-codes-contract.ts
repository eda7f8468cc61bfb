import { describe, expect, it } from "vitest";
import type { CodeSubject, SendRequest } from "../../functions/ports/challenges.ts";
import { atOnce, inTurn, run } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

/** Somebody who forgot, new: an account with a proved e-mail unless said otherwise. */
function forgetful(world: World, change: Partial<CodeSubject> = {}): CodeSubject {
  const account = change.account ?? world.ids.id();
  return { subject: `reset#${account}`, account, kind: "code-reset", email: `${account}@mail.test`, ...change };
}

/** Nobody, as the function makes nobody up. */
function nobody(world: World): CodeSubject {
  const account = `decoy-${world.ids.id()}`;
  return { subject: `reset#decoy#${account}`, account, kind: "code-reset", email: account, decoy: true };
}

const ask = (world: World, subject: CodeSubject, request: Partial<SendRequest> = {}) =>
  world.challenges.issue(subject, { client: world.ids.id(), fromSchool: false, language: "zh-TW", ...request });

async function asked(world: World, subject: CodeSubject) {
  const issued = await ask(world, subject);
  if (issued.kind !== "issued") throw new Error(`no code was sent: ${issued.kind}`);
  return issued;
}

/** One press of the button, as the function does it. */
async function press(world: World, subject: CodeSubject, right: boolean, attempt = world.ids.id()): Promise<boolean> {
  const { challenges } = world;
  const shard = challenges.shard(subject.subject);
  const tried = await challenges.reserveTry(subject.subject, attempt);
  if (tried === undefined) return false;
  if (!right) await challenges.miss(subject, shard);
  return right && challenges.succeed(subject, tried.challenge, attempt, "any", shard);
}

/** Asks and is wrong five times, again and again, three times a day; gives what became of each time it asked. */
const keepGuessing = (world: World, subject: CodeSubject, times: number) =>
  inTurn(times, async (time) => {
    const { kind } = await ask(world, subject);
    await inTurn(5, () => press(world, subject, false));
    world.clock.advanceBy(time % 3 === 2 ? { days: 1 } : { minutes: 2 });
    return kind;
  });

/** Six-digit codes for those who forgot (M45, M55): where they differ from the codes of an application. */
export function recoveryCodesContract(name: string, make: MakeWorld): void {
  describe(`a code for who forgot ${name}`, () => {
    it("is one for both channels, and the job's to send from the start (M45, C7)", async () => {
      const world = make();
      const subject = forgetful(world, { email: "a@mail.test", mobile: "+886912345678" });
      const { intent, channels } = await asked(world, subject);
      expect(channels).toEqual(["email", "sms"]);
      const tried = await world.challenges.reserveTry(subject.subject, "a-press");
      const code = await world.challenges.code(tried?.challenge.challengeId ?? "", "any");
      expect(code).toMatch(/^\d{6}$/);
      const message = {
        kind: "code-reset",
        email: "a@mail.test",
        mobile: "+886912345678",
        words: { code, minutes: 10 },
      };
      expect(intent.message).toMatchObject(message);
      expect(await world.intents.take(intent.messageId)).toMatchObject({ message, attempts: 1 });
      expect(await world.intents.take(intent.messageId)).toBeUndefined();
    });

    it("is none of the codes of a channel (T10)", async () => {
      const world = make();
      const codes = await inTurn(20, async (index) => {
        const of = await Promise.all(
          (["any", "email", "sms"] as const).map((one) => world.challenges.code(`c${index}`, one)),
        );
        return new Set(of).size;
      });
      expect(codes.filter((different) => different === 3).length).toBeGreaterThan(15);
    });

    it("is a message to nobody where there is nobody: written, counted, without a channel (T04)", async () => {
      const world = make();
      const subject = nobody(world);
      const [real, made] = [await asked(world, forgetful(world)), await asked(world, subject)];
      expect(made).toMatchObject({ expiresAt: real.expiresAt, resendAt: real.resendAt });
      expect(made.intent.states).toEqual({});
      const { message } = (await world.intents.take(made.intent.messageId)) ?? {};
      expect([message?.email, message?.mobile]).toEqual([undefined, undefined]);
      expect((await world.rows("challenges")).join()).toContain(subject.subject);
    });

    it("waits and ends at the same limits for nobody as for somebody (T04, T13)", async () => {
      const world = make();
      for (const subject of [forgetful(world), nobody(world)]) {
        await asked(world, subject);
        expect(await ask(world, subject)).toMatchObject({ kind: "wait", seconds: 60 });
        const kinds = await inTurn(5, async () => {
          world.clock.advanceBy({ seconds: 60 });
          return (await ask(world, subject)).kind;
        });
        expect(kinds).toEqual(run(["issued", 4], ["limit", 1]));
      }
    });

    it("has limits that an account's purposes share, and challenges that they do not (T04, T10)", async () => {
      const world = make();
      const reset = forgetful(world);
      const activate: CodeSubject = {
        ...reset,
        subject: `activate#decoy#${reset.account}`,
        kind: "code-activate",
        decoy: true,
      };
      const kinds = await inTurn(6, async (index) => {
        world.clock.advanceBy({ seconds: 60 });
        return (await ask(world, index % 2 === 0 ? reset : activate)).kind;
      });
      expect(kinds).toEqual(run(["issued", 5], ["limit", 1]));
      expect(await world.challenges.reserveTry(reset.subject, "a")).toBeDefined();
      expect(await press(world, activate, true)).toBe(true);
      expect(await world.challenges.reserveTry(reset.subject, "b")).toMatchObject({ alreadyBy: false });
    });

    it("says nothing of a full address: the send is counted and goes nowhere (T04, T13)", async () => {
      const world = make();
      const email = `${world.ids.id()}@mail.test`;
      await inTurn(5, () => asked(world, forgetful(world, { email })));
      const sibling = forgetful(world, { email });
      expect((await asked(world, sibling)).intent.states).toEqual({ email: "waiting" });
      world.clock.advanceBy({ seconds: 60 });
      const silent = await asked(world, sibling);
      expect([silent.channels, silent.intent.states]).toEqual([[], {}]);
    });

    it("succeeds once of many right tries at once, and only for the contacts it went to (T07, T10)", async () => {
      const world = make();
      const [subject, moved] = [forgetful(world), forgetful(world)];
      for (const one of [subject, moved]) await asked(world, one);
      const outcomes = await atOnce(8, () => press(world, subject, true));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await press(world, { ...moved, email: "thief@mail.test" }, true)).toBe(false);
      expect(await press(world, moved, true)).toBe(true);
    });

    it("is the old one after a resend only until the contacts or the ten minutes change (T10)", async () => {
      const world = make();
      const subject = forgetful(world);
      const first = await asked(world, subject);
      world.clock.advanceBy({ minutes: 1 });
      expect((await asked(world, subject)).intent.message.words).toEqual(first.intent.message.words);
      world.clock.advanceBy({ minutes: 9, seconds: 1 });
      const later = await asked(world, subject);
      expect(later.expiresAt).toBeGreaterThan(first.expiresAt);
      expect(later.intent.message.words).not.toEqual(first.intent.message.words);
    });

    it("is off after a hundred wrong ones in a row, over days, for nobody too, and stays off (T08, NIST 3.2.2)", async () => {
      const world = make();
      for (const subject of [forgetful(world), nobody(world)]) {
        expect(await keepGuessing(world, subject, 21)).toEqual(run(["issued", 20], ["limit", 1]));
        world.clock.advanceBy({ days: 200 });
        expect(await world.challenges.gate(subject, 0)).toBe("spent");
        expect((await ask(world, subject)).kind).toBe("limit");
      }
      expect(await world.challenges.gate(forgetful(world), 0)).toBe("open");
    });

    it("counts from none again after a success (T08)", async () => {
      const world = make();
      const subject = forgetful(world);
      expect(await keepGuessing(world, subject, 18)).toEqual(run(["issued", 18]));
      await asked(world, subject);
      expect(await press(world, subject, true)).toBe(true);
      world.clock.advanceBy({ minutes: 2 });
      expect(await keepGuessing(world, subject, 6)).toEqual(run(["issued", 6]));
      expect(await world.challenges.gate(subject, 0)).toBe("open");
    });
  });
}
