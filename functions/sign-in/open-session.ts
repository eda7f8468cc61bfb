import type { SignInMethod } from "../contract/oidc.ts";
import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import type { Request } from "../http/request.ts";
import type { SignInAccount, SignInAccounts } from "../ports/accounts.ts";
import type { Devices } from "../ports/devices.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { OwnSession, Sessions } from "../ports/sessions.ts";

export interface OpeningParts {
  readonly accounts: SignInAccounts;
  readonly sessions: Sessions;
  readonly devices: Devices;
  readonly metrics: Metrics;
  readonly policy: Policy;
}

interface Opening {
  readonly account: SignInAccount;
  readonly methods: readonly SignInMethod[];
  /** The device that is known from now on. */
  readonly deviceId: string;
  /** What was read of the browser's own session already. */
  readonly ownSession?: OwnSession | undefined;
}

/** An account keeps this many known devices; the oldest is forgotten first. */
const mostDevices = 10;

/**
 * Whoever proved all that the account asks for is signed in: two writes at once, and none of them alone opens anything. Signing in again
 * over a session of the same account goes on under its key, with a new secret (T21). The oldest ends when there are more than ten, and
 * its applications are told.
 */
export async function openSession(
  { accounts, sessions, devices, metrics, policy }: OpeningParts,
  { account, methods, deviceId, ownSession }: Opening,
  { cookies, client }: Pick<Request, "cookies" | "client">,
): Promise<{ readonly csrfToken: string; readonly setCookies: readonly string[] }> {
  const { userId, epoch } = account;
  const over = await sessions.mint(userId, cookies.session, ownSession);
  const minted = !over.over || account.sessions.includes(over.sessionKey) ? over : await sessions.mint(userId);
  const others = account.sessions.filter((key) => key !== minted.sessionKey);
  const tooMany = oldest(others, policy.session.most);
  const { address, browser } = client;
  await Promise.all([
    sessions.start(minted, { epoch, client: { address, browser }, methods, ends: tooMany }),
    accounts.succeed(userId, {
      device: { id: deviceId },
      forget: oldest(
        account.devices.filter((id) => id !== deviceId),
        mostDevices,
      ),
      sessionKey: minted.sessionKey,
      end: [...account.over, ...tooMany],
    }),
  ]);
  metrics.count("SignInSucceeded");
  const known = await devices.read(cookies.device);
  return {
    csrfToken: await sessions.csrfToken(minted.cookie),
    setCookies: [
      setCookie("session", minted.cookie),
      await devices.cookie([{ userId, id: deviceId }, ...known.filter((other) => other.userId !== userId)]),
    ],
  };
}

/** Of a list that is oldest first: what has to go so that one more makes `most`. */
const oldest = (ids: readonly string[], most: number): readonly string[] =>
  ids.slice(0, Math.max(0, ids.length + 1 - most));
