import { Problem } from "../http/problem.ts";
import { normalizePassword } from "../person/password.ts";
import type { SignInAccounts } from "../ports/accounts.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Devices } from "../ports/devices.ts";

interface Parts {
  readonly accounts: Pick<SignInAccounts, "reserveTry" | "giveBack">;
  readonly credentials: Pick<Credentials, "check">;
  readonly devices: Pick<Devices, "read">;
}

/**
 * The present password of who is signed in, under the ladder of sign-in: who stole a session guesses no faster here (T01), and strangers
 * who fail at sign-in do not lock out who sits at a known device (T03). Throws `too-many-tries`, with seconds to wait, without evaluating,
 * or `password-wrong`.
 */
export async function checkOwnPassword(
  { accounts, credentials, devices }: Parts,
  who: { readonly userId: string; readonly deviceCookie: string | undefined },
  password: string,
): Promise<void> {
  const known = await devices.read(who.deviceCookie);
  const device = known.find(({ userId }) => userId === who.userId);
  const { outcome, wait } = await accounts.reserveTry(who.userId, false, device);
  if (outcome === "wait") throw new Problem("too-many-tries", { retryAfter: wait });
  if (!(await credentials.check(who.userId, normalizePassword(password)))) throw new Problem("password-wrong");
  await accounts.giveBack(who.userId, device);
}
