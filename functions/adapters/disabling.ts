import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Disabling } from "../ports/disabling.ts";
import { idleDueAt } from "../ports/idle-accounts.ts";
import { auditItem } from "./audit-item.ts";
import { dueShardOf, type Row, type TransactItem } from "./dynamo.ts";
import { ignoreRefusal } from "./flow-row.ts";
import { intentRow } from "./intents.ts";
import { logoutItem } from "./logouts.ts";
import type { Parts } from "./parts.ts";
import { raiseEpoch } from "./reset-rows.ts";

/** A condition that the row is still as it was read: each attribute has its value, or is still not there. */
export interface Seen {
  readonly asRead: Row;
  /** Attributes to write with the change. */
  readonly set?: Row;
}

/** `asRead` as a condition expression with its names and values. */
export function stillAsRead({ asRead }: Seen) {
  const fields = Object.entries(asRead);
  return {
    condition: fields
      .map(([name, value]) => (value === undefined ? `attribute_not_exists(#as_${name})` : `#as_${name} = :as_${name}`))
      .join(" AND "),
    names: Object.fromEntries(fields.map(([name]) => [`#as_${name}`, name])),
    values: Object.fromEntries(
      fields.filter(([, value]) => value !== undefined).map(([name, value]) => [`:as_${name}`, value]),
    ),
  };
}

export function dynamoDisabling(parts: Parts): Disabling {
  const { dynamo, keys, clock, policy } = parts;

  return {
    async disable({ userId, seen }, reason, notice) {
      const now = clock.now();
      const at = new Date(now).toISOString();
      const { condition, names, values } = stillAsRead(seen as Seen);
      const items: TransactItem[] = [
        raiseEpoch(dynamo, userId, {
          set: {
            ...(seen as Seen).set,
            status: "DISABLED",
            disabledFor: reason,
            disabledAt: at,
            vaultOpen: true,
            dueShard: dueShardOf(userId),
            dueAt: now,
          },
          remove: ["idleWarned", "defaultPassword"],
          condition: `#status = :was AND ${condition}`,
          names,
          values: { ...values, ":was": "ACTIVE" },
        }),
        auditItem(parts, { subject: userId, event: "account.disabled", now, detail: { reason } }),
        logoutItem(parts, { userId }, now),
      ];
      if (notice !== undefined) items.push({ Put: await intentRow(dynamo, keys, notice, now, policy, "due-at-once") });
      return (await dynamo.transact(items)).size === 0;
    },

    async pending(userId) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      const held = Number(row?.holdUntil ?? 0) > clock.now();
      return row?.status === "DISABLED" && row.vaultOpen === true && !held ? Number(row.epoch) : undefined;
    },

    settle: (userId, epoch) =>
      ignoreRefusal(
        dynamo.send(
          new UpdateCommand({
            TableName: dynamo.name("accounts"),
            Key: { userId },
            // Whoever enables an account raises its epoch first (R2).
            // One that its owner closed is looked at again when it is to be erased.
            UpdateExpression: "SET dueAt = if_not_exists(closeAt, :later) REMOVE vaultOpen",
            ConditionExpression: "#status = :disabled AND epoch = :epoch",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":disabled": "DISABLED",
              ":epoch": epoch,
              ":later": idleDueAt(clock.now(), policy),
            },
          }),
        ),
      ),
  };
}
