import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { accountNameOf } from "../person/account-name.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { DefaultPasswords, LiveDefaultPassword } from "../ports/default-passwords.ts";
import type { Keys } from "../ports/keys.ts";
import type { RecoveryAccounts } from "../ports/recovery.ts";
import type { ResetGrantMaker } from "../ports/reset-grants.ts";

interface Parts {
  readonly captchas: Captchas;
  readonly accounts: Pick<RecoveryAccounts, "byAccount">;
  readonly defaultPasswords: DefaultPasswords;
  readonly grantMaker: ResetGrantMaker;
  readonly keys: Keys;
  readonly policy: Policy;
  readonly accountDomain: string;
}

/** Longer than any account name, short enough for a key once folded. */
const longestName = 320;

/**
 * M49, T16: the school's default password opens a grant, once. The try is counted before the hash is computed; unknown, disabled,
 * frozen, locked (M51) and spent ones get the answer and the calls of a wrong password (SHAPE).
 */
export function byDefaultPassword(parts: Parts): Action<"POST /api/reset-password/default-password"> {
  const { captchas, accounts, defaultPasswords, grantMaker, keys, policy } = parts;
  return async ({ body, client }) => {
    const accountName = accountNameOf(body.accountName, parts.accountDomain).slice(0, longestName);
    const clientKey = await keys.mac("limit", client.network);
    const [captcha, failures, { rowId, account }] = await Promise.all([
      captchas.redeem("reset-password", body.captcha),
      defaultPasswords.failures(clientKey),
      accounts.byAccount(accountName),
    ]);
    if (!captcha.right) throw new Problem("captcha-wrong");
    // T02: many failures from one address ask for the proof of work, and never block: a school is one address.
    if (failures >= policy.signIn.addressFailures.most && captcha.kind !== "proof-of-work")
      throw new Problem("proof-of-work-required");

    const live = await defaultPasswords.reserveTry(rowId, account === undefined);
    const right = await defaultPasswords.matches(live, body.defaultPassword);
    const cookie = live !== undefined && right ? await spendFor(rowId, live) : undefined;
    if (cookie === undefined) {
      await defaultPasswords.fail(clientKey);
      throw new Problem("default-password-wrong");
    }
    return { body: { next: "new-password" }, setCookies: [cookie] };
  };

  /**
   * R1: the grant first, so that a run that breaks off leaves the default password good. A grant whose cookie nobody was given
   * opens nothing; of many presses at once the one that spends gets its own.
   */
  async function spendFor(userId: string, live: LiveDefaultPassword) {
    const cookie = await grantMaker.open(userId, "default-password");
    return (await defaultPasswords.spend(userId, live)) ? cookie : undefined;
  }
}
