import type { Keys } from "../ports/keys.ts";
import type { RecoveryAccount, RecoveryAccounts } from "../ports/recovery.ts";
import { profileOf } from "./account-row.ts";
import { nameClaim } from "./claims.ts";
import type { Dynamo, Row } from "./dynamo.ts";

/** Accounts by name or person for who forgot something: consistent reads, two for a name whether anybody has it or not (T04). */
export function dynamoRecoveryAccounts({ dynamo, keys }: { dynamo: Dynamo; keys: Keys }): RecoveryAccounts {
  const byUserId = async (userId: string): Promise<RecoveryAccount | undefined> => {
    const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
    return row === undefined ? undefined : accountOf(keys, row);
  };
  return {
    byUserId,
    async byName(accountName) {
      const decoyId = `decoy-${await keys.mac("decoy", accountName)}`;
      const [claim] = await dynamo.batchGet([{ table: "claims", key: { claim: nameClaim(accountName) } }]);
      const rowId = claim?.state === "OWNED" ? String(claim.userId) : decoyId;
      return { rowId, account: await byUserId(rowId) };
    },
  };
}

/** Undefined for the row of a decoy: sign-in keeps its tries there, and it is nobody's. */
async function accountOf(keys: Keys, row: Row): Promise<RecoveryAccount | undefined> {
  if (row.accountName === undefined) return undefined;
  const { userId, accountName, name, personKey, status, epoch, enrolments, email, mobile } = await profileOf(keys, row);
  return {
    userId,
    accountName,
    name,
    personKey,
    status,
    epoch,
    frozen: row.frozen === true,
    selfEnable: row.selfEnable !== false,
    secondFactor: row.secondFactor === "on",
    enrolments,
    ...(email === undefined ? {} : { email }),
    ...(mobile === undefined ? {} : { mobile }),
    lockedUntil: Number(row.lockedUntil ?? 0),
  };
}
