import type { Clock } from "../ports/clock.ts";
import type { Keys } from "../ports/keys.ts";
import type { RecoveryAccount, RecoveryAccounts } from "../ports/recovery.ts";
import { profileOf } from "./account-row.ts";
import { accountClaim } from "./claims.ts";
import type { Dynamo, Row } from "./dynamo.ts";
import { contactsBefore, livePriors } from "./prior-contacts.ts";
import { isGivenUp } from "./reset-rows.ts";

/** Accounts by account or person for who forgot something: consistent reads, two for an account whether anybody has it or not (T04). */
export function dynamoRecoveryAccounts(parts: { dynamo: Dynamo; keys: Keys; clock: Clock }): RecoveryAccounts {
  const { dynamo, keys, clock } = parts;
  const byUserId = async (userId: string): Promise<RecoveryAccount | undefined> => {
    const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
    return row === undefined ? undefined : accountOf(keys, row, clock.now());
  };
  return {
    byUserId,
    async byAccount(account) {
      const decoyId = `decoy-${await keys.mac("decoy", account)}`;
      const [claim] = await dynamo.batchGet([{ table: "claims", key: { claim: await accountClaim(keys, account) } }]);
      const rowId = claim?.state === "OWNED" ? String(claim.userId) : decoyId;
      return { rowId, account: await byUserId(rowId) };
    },
  };
}

/** Undefined for the row of a decoy: sign-in keeps its tries there, and it is nobody's. */
async function accountOf(keys: Keys, row: Row, now: number): Promise<RecoveryAccount | undefined> {
  if (row.accountName === undefined) return undefined;
  const priors = await livePriors(keys, row, now);
  const { userId, accountName, name, status, epoch, enrolments, email, mobile } = await profileOf(keys, row);
  return {
    userId,
    accountName,
    name,
    status,
    epoch,
    frozen: row.frozen === true || row.closeAt !== undefined,
    selfEnable: row.selfEnable !== false && !isGivenUp(row, now),
    secondFactor: row.secondFactor === "on",
    enrolments,
    ...(email === undefined ? {} : { email }),
    ...(mobile === undefined ? {} : { mobile }),
    ...(priors.length === 0
      ? {}
      : { before: contactsBefore({ ...(email && { email }), ...(mobile && { mobile }) }, priors) }),
    lockedUntil: Number(row.lockedUntil ?? 0),
  };
}
