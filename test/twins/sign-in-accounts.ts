import type { ReservedTry, SignInAccounts, Tries } from "../../functions/ports/accounts.ts";
import type { AccountKept, TwinParts } from "./memory.ts";

/** Accounts as sign-in sees them, in memory (T01–T04). */
export function signInAccountsTwin({ memory, clock, policy }: Omit<TwinParts, "keys" | "ids">): SignInAccounts {
  const { accounts, claims, decoys, limits } = memory;
  const rules = policy.signIn;
  const { seconds } = rules.addressFailures;

  /** One more try where it is allowed: free ones first, then one after each wait, none past the last. */
  const oneMore = ({ wrong, lastAt }: Tries, free: number): Tries | undefined => {
    const now = clock.now();
    const wait = Math.min(rules.firstWait * 2 ** (wrong - free), rules.longestWait) * 1_000;
    if (wrong >= rules.triesUntilReset || (wrong >= free && now < lastAt + wait)) return undefined;
    return { wrong: wrong + 1, lastAt: now };
  };

  return {
    async find(accountName, client) {
      const claim = claims.get(`name ${accountName}`);
      return {
        userId: claim?.state === "OWNED" ? claim.userId : undefined,
        clientFailures: limits.stands(`failures of ${client}`, seconds, clock.now()),
      };
    },
    async reserveTry(rowId, decoy, device) {
      const account = decoy ? undefined : accounts.get(rowId);
      const known = device && account?.devices.get(device.id);
      if (account !== undefined && device !== undefined && known !== undefined) {
        const next = oneMore(known, rules.knownDeviceFreeTries);
        if (next !== undefined) account.devices.set(device.id, { ...known, ...next });
        return reserved(next, account, clock.now());
      }
      const next = oneMore(account?.tries ?? decoys.get(rowId) ?? { wrong: 0, lastAt: 0 }, rules.freeTries);
      if (next !== undefined && account !== undefined) account.tries = next;
      if (next !== undefined && account === undefined) decoys.set(rowId, next);
      return reserved(next, account, clock.now());
    },
    async succeed(userId, device, forget) {
      const account = accounts.get(userId);
      if (account === undefined) throw new Error("nobody has this account");
      const at = new Date(clock.now()).toISOString();
      const { lastSignInAt } = account;
      account.tries = { ...account.tries, wrong: 0 };
      account.devices.set(device.id, { wrong: 0, lastAt: 0, seenAt: clock.now() });
      for (const id of forget) account.devices.delete(id);
      if (lastSignInAt !== undefined) account.profile = { ...account.profile, previousSignInAt: lastSignInAt };
      account.lastSignInAt = at;
    },
    async fail(client) {
      limits.count(`failures of ${client}`, seconds, clock.now());
    },
  };
}

function reserved(next: Tries | undefined, account: AccountKept | undefined, now: number): ReservedTry {
  const outcome = next === undefined ? "wait" : "reserved";
  if (account === undefined) return { outcome, account: undefined };
  const { userId, accountName, status, epoch } = account.profile;
  const devices = [...account.devices].toSorted(([, a], [, b]) => a.seenAt - b.seenAt).map(([id]) => id);
  const held = (account.hold?.until ?? 0) > now;
  return { outcome, account: { userId, accountName, status, epoch, held, devices } };
}
