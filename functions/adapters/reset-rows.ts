import { changesOnceADay } from "../contract/reset-ways.ts";
import type { EndingGrant } from "../ports/reset-grants.ts";
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
  const sets = ["epoch = epoch + :one", ...fields.map(([field]) => `#${field} = :${field}`)];
  const allNames = { ...Object.fromEntries(fields.map(([field]) => [`#${field}`, field])), ...names };
  return {
    Update: {
      TableName: dynamo.name("accounts"),
      Key: { userId },
      UpdateExpression: `SET ${sets.join(", ")}${remove.length === 0 ? "" : ` REMOVE ${remove.join(", ")}`}`,
      ConditionExpression: `attribute_exists(accountName) AND ${condition}`,
      ...(Object.keys(allNames).length === 0 ? {} : { ExpressionAttributeNames: allNames }),
      ExpressionAttributeValues: {
        ":one": 1,
        ...Object.fromEntries(fields.map(([field, value]) => [`:${field}`, value])),
        ...values,
      },
    },
  };
}

/** A closed account whose days to come back are over: it is being erased, whether the sweep has met it or not (T11). */
export const isGivenUp = ({ closeAt }: Row, now: number): boolean => closeAt !== undefined && Number(closeAt) <= now;

/**
 * Whether an account may be changed by a grant now (M51, M55, T15), as the write itself asks it. `grantsFrom`, epoch milliseconds: a
 * grant that somebody opened before the owner set a password or pressed 不是我 changes nothing any more (I7, T19).
 */
export function mayChange({ purpose, way, openedAt }: Pick<EndingGrant, "purpose" | "way" | "openedAt">, now: number) {
  const asked: [condition: string, values: Row][] =
    purpose === "activate"
      ? [
          ["#status = :disabled", { ":disabled": "DISABLED" }],
          ["(attribute_not_exists(selfEnable) OR selfEnable = :yes)", { ":yes": true }],
          ["(attribute_not_exists(closeAt) OR closeAt > :grace)", { ":grace": now }],
        ]
      : [["#status = :active", { ":active": "ACTIVE" }]];
  asked.push(["(attribute_not_exists(grantsFrom) OR grantsFrom <= :opened)", { ":opened": openedAt }]);
  if (purpose === "activate" && way !== "code")
    asked.push(["(attribute_not_exists(frozen) OR frozen = :no) AND attribute_not_exists(closeAt)", { ":no": false }]);
  if (purpose === "reset" && changesOnceADay(way))
    asked.push(["(attribute_not_exists(lockedUntil) OR lockedUntil <= :now)", { ":now": now }]);
  if (way === "personal-data")
    asked.push(["(attribute_not_exists(secondFactor) OR secondFactor <> :on)", { ":on": "on" }]);
  return {
    condition: asked.map(([condition]) => condition).join(" AND "),
    names: { "#status": "status" },
    values: Object.assign({}, ...asked.map(([, values]) => values)) as Row,
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

/** No run that closes the vault lasts as long: what one does too late is put right after it, by `disable-idle`. In milliseconds. */
const runsEnd = 10 * 60_000;

/**
 * The end of an activation: the account is ACTIVE, and with that the hold and whatever disabled it are gone. The vault is looked at once
 * more later: a run that was closing it may have been overtaken and have broken off (§5.2). One that is ACTIVE already was enabled by
 * another run or another grant: what began before this run set its password ends now. One that may not be enabled any more stays as it is.
 */
export async function endDisabled(
  dynamo: Dynamo,
  grant: EndingGrant,
  flow: TransactItem,
  set: Row,
  now: number,
): Promise<Refusals> {
  const may = mayChange(grant, now);
  const enabled = raiseEpoch(dynamo, grant.userId, {
    set: {
      ...set,
      status: "ACTIVE",
      enabledAt: now,
      vaultOpen: true,
      dueShard: dueShardOf(grant.userId),
      dueAt: now + runsEnd,
    },
    remove: ["holdUntil", "heldBy", "frozen", "frozenCase", "disabledFor", "disabledAt", "closeAt", "idleWarned"],
    condition: `heldBy = :grant AND ${may.condition}`,
    names: may.names,
    values: { ...may.values, ":grant": grant.grantId },
  });
  const refused = await dynamo.transact([flow, enabled]);
  if (!refused.has(1) || refused.has(0)) return refused;
  const others = raiseEpoch(dynamo, grant.userId, {
    set,
    condition: "#status = :active",
    names: { "#status": "status" },
    values: { ":active": "ACTIVE" },
  });
  return dynamo.transact([flow, others]);
}
