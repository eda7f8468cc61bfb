import { describe, expect, it } from "vitest";
import { dueShards } from "../../functions/contract/tables.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import { applying, atOnce, sent } from "./steps.ts";
import type { MakeWorld, World } from "./world.ts";

/** A message that was written and never sent: its writer is gone. */
async function written(make: MakeWorld): Promise<{ world: World; intent: Intent }> {
  const world = make();
  const draft = await applying(world, { mobile: "+886912345678" });
  return { world, intent: await sent(world, draft) };
}

/** In how many rows of the sweep a message is found: one when it is due, else none. */
async function isDue({ intents }: World, { messageId }: Intent): Promise<boolean> {
  const shards = await atOnce(dueShards, (shard) => intents.due(shard));
  const found = shards.filter((ids) => ids.includes(messageId)).length;
  if (found > 1) throw new Error("a message is due in two shards");
  return found === 1;
}

export function intentsContract(name: string, make: MakeWorld): void {
  describe(`a message to send ${name}`, () => {
    it("is left to its writer for a minute, then it is due (S3)", async () => {
      const { world, intent } = await written(make);
      world.clock.advanceBy({ seconds: 60 });
      expect(await isDue(world, intent)).toBe(false);
      expect(await world.intents.take(intent.messageId)).toBeUndefined();
      world.clock.advanceBy({ seconds: 1 });
      expect(await isDue(world, intent)).toBe(true);
    });

    it("is taken whole, by one of many runs, and by none for a minute after (S3, T46)", async () => {
      const { world, intent } = await written(make);
      world.clock.advanceBy({ seconds: 61 });
      const taken = await atOnce(12, () => world.intents.take(intent.messageId));
      expect(taken.filter((one) => one !== undefined)).toEqual([{ ...intent, attempts: 1 }]);
      world.clock.advanceBy({ seconds: 60 });
      expect(await world.intents.take(intent.messageId)).toBeUndefined();
      world.clock.advanceBy({ seconds: 1 });
      expect(await world.intents.take(intent.messageId)).toMatchObject({ attempts: 2 });
    });

    it("is done when every channel has accepted it, and done for good (S3)", async () => {
      const { world, intent } = await written(make);
      await world.intents.settle(intent, { email: "accepted", sms: "accepted" });
      await world.intents.settle(intent, { email: "accepted", sms: "accepted" });
      world.clock.advanceBy({ days: 1 });
      expect(await isDue(world, intent)).toBe(false);
      expect(await world.intents.take(intent.messageId)).toBeUndefined();
    });

    it("goes on with the channel that waits, and remembers which one has accepted (S4, T48)", async () => {
      const { world, intent } = await written(make);
      await world.intents.settle(intent, { email: "accepted", sms: "waiting" });
      world.clock.advanceBy({ seconds: 61 });
      const taken = await world.intents.take(intent.messageId);
      expect(taken?.states).toEqual({ email: "accepted", sms: "waiting" });
    });

    it("waits longer after each failure, 1, 2, 4, 8 and 16 minutes, and is given up after five further attempts (S3)", async () => {
      const { world, intent } = await written(make);
      let held = intent;
      for (const minutes of [1, 2, 4, 8, 16]) {
        await world.intents.settle(held, { email: "waiting", sms: "accepted" });
        world.clock.advanceBy({ minutes });
        expect(await isDue(world, intent)).toBe(false);
        world.clock.advanceBy({ seconds: 1 });
        expect(await isDue(world, intent)).toBe(true);
        held = (await world.intents.take(intent.messageId))!;
      }
      expect(held.attempts).toBe(5);
      await world.intents.settle(held, { email: "waiting", sms: "accepted" });
      world.clock.advanceBy({ days: 1 });
      expect(await isDue(world, intent)).toBe(false);
      const row = (await world.rows("messages")).find((text) => text.includes(intent.messageId));
      expect(row).toContain("failed");
    });

    it("is unknown when it was never written", async () => {
      const world = make();
      expect(await world.intents.take(world.ids.id())).toBeUndefined();
    });
  });
}
