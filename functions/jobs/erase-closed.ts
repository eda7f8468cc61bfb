import type { Applications } from "../ports/applications.ts";
import type { Clock } from "../ports/clock.ts";
import type { Closing } from "../ports/closing.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Ids } from "../ports/ids.ts";
import type { LegacyAccounts } from "../ports/legacy-accounts.ts";
import type { Pictures } from "../ports/pictures.ts";
import { platformEvents } from "../steps/platform-events.ts";

export interface EraseParts {
  readonly closing: Pick<Closing, "fence" | "clear" | "erase">;
  readonly credentials: Pick<Credentials, "delete">;
  readonly pictures: Pick<Pictures, "remove">;
  readonly legacyAccounts: Pick<LegacyAccounts, "eraseOf">;
  readonly applications: Pick<Applications, "list">;
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * The end of a closed account: fenced, so that nobody enables it half gone; the vault's user; the picture and the old accounts it joined;
 * everything kept under the user id; last the claims and the row itself, which is due until then. A run that breaks off anywhere is
 * finished by a later one, and of two at once one does the last step. True when this one did.
 */
export async function eraseClosed(parts: EraseParts, userId: string): Promise<boolean> {
  const { closing, credentials, pictures, legacyAccounts } = parts;
  const account = await closing.fence(userId);
  if (account === undefined) return false;
  await credentials.delete(userId);
  if (account.picture !== undefined) await pictures.remove(account.picture);
  // By what they are joined to, which goes next; the platforms are told, whose people cannot come any more.
  await legacyAccounts.eraseOf(userId, (platform) => platformEvents(parts, platform, "unlinked"));
  await closing.clear(userId);
  return closing.erase(account);
}
