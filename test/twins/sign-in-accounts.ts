import type { ReservedTry, SignInAccount, SignInAccounts, Tries } from "../../functions/ports/accounts.ts";
import type { AccountKept, TwinParts } from "./memory.ts";

/** Accounts as sign-in sees them, in memory (T01–T04). */
export function signInAccountsTwin({ memory, clock, policy }: Omit<TwinParts, "keys" | "ids">): SignInAccounts {
  const { accounts, claims, decoys, limits } = memory;
  const rules = policy.signIn;
  const { seconds } = rules.addressFailures;

  /** One more try where it is allowed: free ones first, then one after each wait, none past the last. */
  const oneMore = ({ wrong, lastAt }: Tries, free: number): Next => {
    const now = clock.now();
    const until =
      wrong < free ? 0 : lastAt + Math.min(rules.firstWait * 2 ** (wrong - free), rules.longestWait) * 1_000;
    if (wrong >= rules.triesUntilReset) return { wait: rules.longestWait };
    if (now < until) return { wait: Math.ceil((until - now) / 1_000) };
    return { wait: 0, tries: { wrong: wrong + 1, lastAt: now } };
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
        if (next.tries !== undefined) account.devices.set(device.id, { ...known, ...next.tries });
        return reserved(next, account);
      }
      const next = oneMore(account?.tries ?? decoys.get(rowId) ?? { wrong: 0, lastAt: 0 }, rules.freeTries);
      if (next.tries !== undefined && account !== undefined) account.tries = next.tries;
      if (next.tries !== undefined && account === undefined) decoys.set(rowId, next.tries);
      return reserved(next, account);
    },
    async look(userId) {
      return seen(accounts.get(userId), clock.now(), policy);
    },
    async succeed(userId, { device, forget, sessionKey, end }) {
      const account = accounts.get(userId);
      if (account === undefined) throw new Error("nobody has this account");
      const at = new Date(clock.now()).toISOString();
      const { lastSignInAt } = account;
      account.tries = { ...account.tries, wrong: 0 };
      account.devices.set(device.id, { wrong: 0, lastAt: 0, seenAt: clock.now() });
      for (const id of forget) account.devices.delete(id);
      account.sessions.set(sessionKey, clock.now());
      for (const key of end) account.sessions.delete(key);
      if (lastSignInAt !== undefined) account.profile = { ...account.profile, previousSignInAt: lastSignInAt };
      account.lastSignInAt = at;
    },
    async giveBack(userId, device) {
      const account = accounts.get(userId);
      if (account === undefined) return;
      account.tries = { ...account.tries, wrong: 0 };
      const known = device && account.devices.get(device.id);
      if (device !== undefined && known !== undefined) account.devices.set(device.id, { ...known, wrong: 0 });
    },
    async fail(client) {
      limits.count(`failures of ${client}`, seconds, clock.now());
    },
  };

  function reserved({ wait, tries }: Next, account: AccountKept | undefined): ReservedTry {
    return { outcome: tries === undefined ? "wait" : "reserved", wait, account: seen(account, clock.now(), policy) };
  }
}

interface Next {
  readonly wait: number;
  readonly tries?: Tries;
}

function seen(
  account: AccountKept | undefined,
  now: number,
  { session }: TwinParts["policy"],
): SignInAccount | undefined {
  if (account === undefined) return undefined;
  const { userId, accountName, status, epoch, secondFactor } = account.profile;
  const devices = [...account.devices].toSorted(([, a], [, b]) => a.seenAt - b.seenAt).map(([id]) => id);
  const held = (account.hold?.until ?? 0) > now;
  const listed = [...account.sessions].toSorted(([, a], [, b]) => a - b);
  const keysOf = (isOver: boolean) =>
    listed.filter(([, at]) => now > at + session.absolute * 1_000 === isOver).map(([key]) => key);
  return {
    userId,
    accountName,
    status,
    epoch,
    held,
    devices,
    secondFactor,
    over: keysOf(true),
    sessions: keysOf(false),
  };
}
