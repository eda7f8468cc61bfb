import * as z from "zod/mini";
import type { Bounces } from "../ports/messages.ts";

export const forgetBounceEvent = z.object({
  job: z.literal("forget-bounce"),
  email: z.string().check(z.minLength(3), z.maxLength(254)),
});

/** For the help desk: the owner says that a mailbox works again, so mail goes there again (runbook undelivered-mail). Twice does no harm. */
export async function forgetBounce(
  { email }: z.infer<typeof forgetBounceEvent>,
  { bounces }: { readonly bounces: Bounces },
): Promise<void> {
  await bounces.forget(email);
}
