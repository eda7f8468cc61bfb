import type { Closing } from "../ports/closing.ts";
import type { Credentials } from "../ports/credentials.ts";

export interface EraseParts {
  readonly closing: Pick<Closing, "fence" | "clear" | "erase">;
  readonly credentials: Pick<Credentials, "delete">;
}

/**
 * The end of a closed account: fenced, so that nobody enables it half gone; the vault's user; everything kept under the user id; last the
 * claims and the row itself, which is due until then. A run that breaks off anywhere is finished by a later one, and of two at once one
 * does the last step. True when this one did.
 */
export async function eraseClosed({ closing, credentials }: EraseParts, userId: string): Promise<boolean> {
  const account = await closing.fence(userId);
  if (account === undefined) return false;
  await credentials.delete(userId);
  await closing.clear(userId);
  return closing.erase(account);
}
