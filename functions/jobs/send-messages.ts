import { dueShards } from "../contract/tables.ts";
import type { Delivery, Intents } from "../ports/messages.ts";

/** S3, S4: messages whose sending was interrupted. Each is taken by a conditional write, so that two runs never send one twice. Gives how many were taken. */
export async function sendMessages({
  intents,
  delivery,
}: {
  intents: Intents;
  delivery: Delivery;
}): Promise<{ taken: number }> {
  let taken = 0;
  for (let shard = 0; shard < dueShards; shard += 1) {
    for (const messageId of await intents.due(shard)) {
      const intent = await intents.take(messageId);
      if (intent === undefined) continue;
      await delivery.send(intent);
      taken += 1;
    }
  }
  return { taken };
}
