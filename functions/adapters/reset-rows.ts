import { type Dynamo, dueShardOf, type Refusals, type Row, type TransactItem } from "./dynamo.ts";

/** Grants have partitions of their own in the sparse index of `flows`: the sweep of applications never meets one. */
export const resetShard = (shard: string): string => `reset-${shard}`;
export const resetShardOf = (grantId: string): string => resetShard(dueShardOf(grantId));

interface EpochChange {
  readonly set?: Row;
  readonly remove?: readonly string[];
  readonly condition: string;
  readonly names?: Record<string, string>;
  readonly values?: Row;
}

/** Ends every session of an account and changes what else is to change with it. Never makes a row. */
export function raiseEpoch(dynamo: Dynamo, userId: string, change: EpochChange): TransactItem {
  const { set = {}, remove = [], condition, names, values } = change;
  const fields = Object.entries(set);
  const sets = ["epoch = epoch + :one", ...fields.map(([field]) => `${field} = :${field}`)];
  return {
    Update: {
      TableName: dynamo.name("accounts"),
      Key: { userId },
      UpdateExpression: `SET ${sets.join(", ")}${remove.length === 0 ? "" : ` REMOVE ${remove.join(", ")}`}`,
      ConditionExpression: `attribute_exists(accountName) AND ${condition}`,
      ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
      ExpressionAttributeValues: {
        ":one": 1,
        ...Object.fromEntries(fields.map(([field, value]) => [`:${field}`, value])),
        ...values,
      },
    },
  };
}

/**
 * The end of a reset: `flow` and the account in one transaction. The hold goes when it is this grant's; another reset that is in
 * use meanwhile keeps its own, so that nobody signs in between its two halves.
 */
export async function endHold(
  dynamo: Dynamo,
  { grantId, userId }: { grantId: string; userId: string },
  flow: TransactItem,
  set: Row = {},
): Promise<Refusals> {
  const own = raiseEpoch(dynamo, userId, {
    set,
    remove: ["holdUntil", "heldBy"],
    condition: "heldBy = :grant",
    values: { ":grant": grantId },
  });
  const refused = await dynamo.transact([flow, own]);
  if (!refused.has(1) || refused.has(0)) return refused;
  const others = raiseEpoch(dynamo, userId, {
    set,
    condition: "(attribute_not_exists(heldBy) OR heldBy <> :grant)",
    values: { ":grant": grantId },
  });
  return dynamo.transact([flow, others]);
}
