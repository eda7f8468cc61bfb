import * as z from "zod/mini";
import type { Clock } from "../ports/clock.ts";
import type { Delivery, Intents } from "../ports/messages.ts";
import { sendMessage } from "./send-messages.ts";

/** What DynamoDB Streams hand over: anything in the list, of which only a new row with a message's id is work. */
export const streamEvent = z.object({ Records: z.array(z.unknown()).check(z.maxLength(10_000)) });

const newMessage = z.object({
  eventName: z.literal("INSERT"),
  // Marks of addresses lie in the same table; their keys have a #.
  dynamodb: z.object({ Keys: z.object({ messageId: z.object({ S: z.string().check(z.regex(/^[\w-]{1,64}$/)) }) }) }),
});

/**
 * Messages that were written a moment ago and are the job's to send. What its writer sends itself is not due yet and is left alone; a
 * record that comes twice finds it taken (T46). Throws when one could not be taken or booked, after all others: the stream gives it
 * again, and the sweep finds it in any case.
 */
export async function sendWritten(
  { Records }: z.infer<typeof streamEvent>,
  parts: { readonly intents: Intents; readonly delivery: Delivery; readonly clock: Clock },
): Promise<{ taken: number }> {
  const ids = Records.flatMap((record) => {
    const read = newMessage.safeParse(record);
    return read.success ? [read.data.dynamodb.Keys.messageId.S] : [];
  });
  const runs = await Promise.allSettled([...new Set(ids)].map((messageId) => sendMessage(messageId, parts)));
  const failures = runs.flatMap((run) => (run.status === "rejected" ? [run.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} written messages could not be sent`);
  return { taken: runs.filter((run) => run.status === "fulfilled" && run.value).length };
}
