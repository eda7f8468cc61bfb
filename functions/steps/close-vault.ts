import type { Credentials } from "../ports/credentials.ts";
import type { Disabling } from "../ports/disabling.ts";

export interface VaultParts {
  readonly disabling: Pick<Disabling, "pending" | "settle">;
  readonly credentials: Pick<Credentials, "enable" | "disable">;
}

/**
 * The second half of disabling (§5.2): the vault is told once the profile is shut. It may be repeated, and a sweep does it where a run
 * breaks off. An owner who is just enabling the account wins.
 */
export async function closeVault({ disabling, credentials }: VaultParts, userId: string): Promise<void> {
  const epoch = await disabling.pending(userId);
  if (epoch === undefined) return;
  await credentials.disable(userId);
  if (!(await disabling.settle(userId, epoch))) await credentials.enable(userId);
}
