import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { accountNameOf } from "../person/account-name.ts";
import { normalizePassword } from "../person/password.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { SignInSteps } from "../ports/sign-in-steps.ts";
import { type OpeningParts, openSession } from "./open-session.ts";

interface Parts extends OpeningParts {
  readonly captchas: Captchas;
  readonly credentials: Credentials;
  readonly steps: SignInSteps;
  readonly keys: Keys;
  readonly ids: Ids;
  readonly accountDomain: string;
}

const longestName = 320;

/**
 * M30. A try is reserved before it is evaluated (T01). Unknown, disabled, held and waiting accounts are served by a decoy user of the
 * vault, so that status, words and the list of calls are those of a wrong password (T04). Where a second factor is on, a right password
 * opens nothing but the step that asks for it (T18).
 */
export function signIn(parts: Parts): Action<"POST /api/sign-in"> {
  const { captchas, accounts, credentials, steps, devices, keys, ids, metrics, policy, accountDomain } = parts;
  return async ({ body, cookies, client }) => {
    // Folding can make one character eighteen, and a key of DynamoDB has 2,048 bytes; no account is as long as this.
    const accountName = accountNameOf(body.accountName, accountDomain).slice(0, longestName);
    const clientKey = await keys.mac("limit", client.network);
    const decoyId = `decoy-${await keys.mac("decoy", accountName)}`;
    const [captcha, found] = await Promise.all([
      captchas.redeem("sign-in", body.captcha),
      accounts.find(accountName, clientKey, cookies.session),
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

    const deviceId = device?.id ?? ids.id();
    if (usable.secondFactor) {
      // The tries stay taken until the code is right too: a password alone gives nothing back (T18).
      const { userId, epoch } = usable;
      metrics.count("SecondFactorAsked");
      const step = { id: ids.id(), userId, epoch, methods: ["pwd"] as const, deviceId };
      return { body: { next: "two-factor" }, setCookies: [await steps.keep(step)] };
    }
    const opening = { account: usable, methods: ["pwd"] as const, deviceId, ownSession: found.ownSession };
    const opened = await openSession(parts, opening, { cookies, client });
    return {
      body: { next: "signed-in", accountName: usable.accountName, csrfToken: opened.csrfToken },
      setCookies: opened.setCookies,
    };
  };
}
