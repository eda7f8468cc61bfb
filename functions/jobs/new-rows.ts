import * as z from "zod/mini";
import type { streamEvent } from "./send-written.ts";

/**
 * Reads the ids of new rows out of what a stream hands over, of the one table with this partition key. What a run writes and does itself is
 * not due yet and is left alone when it is taken.
 */
export function newRowsBy(partitionKey: "logoutId" | "notificationId") {
  const newRow = z.object({
    eventName: z.literal("INSERT"),
    dynamodb: z.object({
      Keys: z.object({ [partitionKey]: z.object({ S: z.string().check(z.regex(/^[\w~-]{1,150}$/)) }) }),
    }),
  });
  return ({ Records }: z.infer<typeof streamEvent>): string[] => {
    const ids = Records.flatMap((record) => {
      const id = newRow.safeParse(record).data?.dynamodb.Keys[partitionKey]?.S;
      return id === undefined ? [] : [id];
    });
    return [...new Set(ids)];
  };
}
