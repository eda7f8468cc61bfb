import type { Clock } from "../ports/clock.ts";
import type { Delivery, Intent, Intents } from "../ports/messages.ts";
import { workThrough } from "./work-through.ts";

/** S3, S4: messages whose sending was interrupted. Each is taken by a conditional write, so that two runs never send one twice. Gives how many were taken. */
export async function sendMessages({
  intents,
  delivery,
  clock,
}: {
  intents: Intents;
  delivery: Delivery;
  clock: Clock;
}): Promise<{ taken: number }> {
  let taken = 0;
  await workThrough(intents.due, async (messageId) => {
    const intent = await intents.take(messageId);
    if (intent === undefined) return;
    const { until } = intent.message;
    if (until !== undefined && until < clock.now()) return intents.settle(intent, givenUp(intent));
    await delivery.send(intent);
    taken += 1;
  });
  return { taken };
}

/** A code that has died says "valid for ten minutes" and is not: what still waits is given up. */
const givenUp = ({ states }: Intent): Intent["states"] =>
  Object.fromEntries(
    Object.entries(states).map(([channel, state]) => [channel, state === "waiting" ? "failed" : state]),
  );
