import type { ResetSweep } from "../ports/reset-grants.ts";
import { workThrough } from "./work-through.ts";

/**
 * R2–R4 that broke off: the sessions of before end once more and the hold goes; the vault has the old password or the new one. Of an
 * activation the account stays disabled, whatever the vault says: sign-in asks the profile first, and its owner may start again. Safe to run twice at once. Gives how many were given up.
 */
export async function reconcileResets({ resets }: { resets: ResetSweep }): Promise<{ abandoned: number }> {
  let abandoned = 0;
  await workThrough(resets.overdue, async (grantId) => {
    if (await resets.abandon(grantId)) abandoned += 1;
  });
  return { abandoned };
}
