import * as z from "zod/mini";
import type { streamEvent } from "./send-written.ts";

const newLogout = z.object({
  eventName: z.literal("INSERT"),
  dynamodb: z.object({ Keys: z.object({ logoutId: z.object({ S: z.string().check(z.regex(/^[\w~-]{1,150}$/)) }) }) }),
});

/** The new logouts among what a stream hands over. What a run writes and tells itself is not due yet and is left alone when it is taken. */
export function logoutIdsIn({ Records }: z.infer<typeof streamEvent>): string[] {
  const ids = Records.flatMap((record) => {
    const read = newLogout.safeParse(record);
    return read.success ? [read.data.dynamodb.Keys.logoutId.S] : [];
  });
  return [...new Set(ids)];
}
