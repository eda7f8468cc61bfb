import type { Delivery, Intents } from "../ports/messages.ts";
import { workThrough } from "./work-through.ts";

/** S3, S4: messages whose sending was interrupted. Each is taken by a conditional write, so that two runs never send one twice. Gives how many were taken. */
export async function sendMessages({
  intents,
  delivery,
}: {
  intents: Intents;
  delivery: Delivery;
}): Promise<{ taken: number }> {
  let taken = 0;
  await workThrough(intents.due, async (messageId) => {
    const intent = await intents.take(messageId);
    if (intent === undefined) return;
    await delivery.send(intent);
    taken += 1;
  });
  return { taken };
}
