import type { Clock } from "../ports/clock.ts";
import type { Delivery, Intent, Intents } from "../ports/messages.ts";
import { workThrough } from "./work-through.ts";

interface Parts {
  readonly intents: Intents;
  readonly delivery: Delivery;
  readonly clock: Clock;
}

/** S3, S4: messages whose sending was interrupted. Each is taken by a conditional write, so that two runs never send one twice. Gives how many were taken. */
export async function sendMessages(parts: Parts): Promise<{ taken: number }> {
  let taken = 0;
  await workThrough(parts.intents.due, async (messageId) => {
    if (await sendMessage(messageId, parts)) taken += 1;
  });
  return { taken };
}

/**
 * One message, if it is due and nobody else has taken it. One without a waiting channel, as nobody's message has none, is taken and
 * settled by the same calls. True when it was sent.
 */
export async function sendMessage(messageId: string, { intents, delivery, clock }: Parts): Promise<boolean> {
  const intent = await intents.take(messageId);
  if (intent === undefined) return false;
  const { until } = intent.message;
  if (until !== undefined && until < clock.now()) {
    await intents.settle(intent, givenUp(intent));
    return false;
  }
  await delivery.send(intent);
  return true;
}

/** A code that has died says "valid for ten minutes" and is not: what still waits is given up. */
const givenUp = ({ states }: Intent): Intent["states"] =>
  Object.fromEntries(
    Object.entries(states).map(([channel, state]) => [channel, state === "waiting" ? "failed" : state]),
  );
