import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { accountNameOf } from "../person/account-name.ts";
import { normalizePassword } from "../person/password.ts";
import type { SignInAccounts } from "../ports/accounts.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Devices } from "../ports/devices.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Sessions } from "../ports/sessions.ts";

interface Parts {
  readonly captchas: Captchas;
  readonly accounts: SignInAccounts;
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  readonly devices: Devices;
  readonly keys: Keys;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly policy: Policy;
}

/** An account keeps this many known devices; the oldest is forgotten first. */
const mostDevices = 10;
const longestName = 320;

/**
 * M30. A try is reserved before it is evaluated (T01). Unknown, disabled, held and waiting accounts are served by a decoy user of the
 * vault, so that status, words and the list of calls are those of a wrong password (T04).
 */
export function signIn(parts: Parts): Action<"POST /api/sign-in"> {
  const { captchas, accounts, credentials, sessions, devices, keys, ids, metrics, policy } = parts;
  return async ({ body, cookies, client }) => {
    // Folding can make one character eighteen, and a key of DynamoDB has 2,048 bytes; no account name is as long as this.
    const accountName = accountNameOf(body.accountName).slice(0, longestName);
    const clientKey = await keys.mac("limit", client.network);
    const decoyId = `decoy-${await keys.mac("decoy", accountName)}`;
    const [captcha, found] = await Promise.all([
      captchas.redeem("sign-in", body.captcha),
      accounts.find(accountName, clientKey),
    ]);
    if (!captcha.right) throw new Problem("captcha-wrong");
    // T02: many failures from one address ask for the proof of work, and never block: a school is one address.
    if (found.clientFailures >= policy.signIn.addressFailures.most && captcha.kind !== "proof-of-work") {
      throw new Problem("proof-of-work-required");
    }

    const known = await devices.read(cookies.device);
    const device = known.find(({ userId }) => userId === found.userId);
    const decoy = found.userId === undefined;
    const { outcome, account } = await accounts.reserveTry(found.userId ?? decoyId, decoy, device);
    const free = account?.status === "ACTIVE" && !account.held;
    const usable = outcome === "reserved" && free ? account : undefined;
    const right = await credentials.check(usable?.userId ?? decoyId, normalizePassword(body.password));
    if (usable === undefined || !right) {
      metrics.count("SignInFailed");
      await accounts.fail(clientKey);
      throw new Problem("sign-in-failed");
    }

    const { userId, epoch } = usable;
    const remembered = { userId, id: device?.id ?? ids.id() };
    const forget = usable.devices
      .filter((id) => id !== remembered.id)
      .slice(0, Math.max(0, usable.devices.length + 1 - mostDevices));
    const [cookie] = await Promise.all([
      sessions.start({ userId, epoch, client: { address: client.address, browser: client.browser } }),
      accounts.succeed(userId, remembered, forget),
    ]);
    metrics.count("SignInSucceeded");
    return {
      body: { accountName: usable.accountName, csrfToken: await sessions.csrfToken(cookie) },
      setCookies: [
        setCookie("session", cookie),
        await devices.cookie([remembered, ...known.filter((other) => other.userId !== userId)]),
      ],
    };
  };
}
