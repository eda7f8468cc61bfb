import type { Closing, ErasingAccount } from "../ports/closing.ts";
import type { Keys } from "../ports/keys.ts";
import { letGo } from "./account-address.ts";
import { profileOf } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import { isEmailClaim, personClaim, rowClaim } from "./claims.ts";
import { dueShardOf, type Row, type TransactItem } from "./dynamo.ts";
import { intentItems } from "./intents.ts";
import { logoutItem } from "./logouts.ts";
import type { Parts } from "./parts.ts";
import { raiseEpoch } from "./reset-rows.ts";
import { emptyPartition } from "./whole-partition.ts";

/** Closed accounts on accounts, claims, audit, messages, and everything that is kept of a person under their user id. */
export function dynamoClosing(parts: Parts): Closing {
  const { dynamo, keys, clock, policy } = parts;
  const accounts = dynamo.name("accounts");

  return {
    async close({ userId, epoch }, notices) {
      const now = clock.now();
      const refused = await dynamo.transact([
        raiseEpoch(dynamo, userId, {
          set: {
            status: "DISABLED",
            disabledFor: "closed",
            disabledAt: new Date(now).toISOString(),
            closeAt: now + policy.closing.grace * 1_000,
            vaultOpen: true,
            dueShard: dueShardOf(userId),
            dueAt: now,
          },
          remove: ["idleWarned", "defaultPassword"],
          condition: "epoch = :seen AND #status = :was",
          values: { ":seen": epoch, ":was": "ACTIVE" },
        }),
        auditItem(parts, { subject: userId, event: "account.closed", now }),
        ...(await intentItems(parts, notices, now)),
        logoutItem(parts, { userId }, now),
      ]);
      return refused.size === 0;
    },

    async fence(userId) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (row?.accountName === undefined) return undefined;
      if (row.status === "ERASING") return erasing(keys, row);
      const now = clock.now();
      const refused = await dynamo.transact([
        raiseEpoch(dynamo, userId, {
          set: { status: "ERASING" },
          // One that somebody is just enabling is looked at again when the hold is over.
          condition:
            "epoch = :seen AND #status = :was AND closeAt <= :now AND (attribute_not_exists(holdUntil) OR holdUntil < :now)",
          values: { ":seen": row.epoch, ":was": "DISABLED", ":now": now },
        }),
      ]);
      return refused.size === 0 ? erasing(keys, { ...row, epoch: Number(row.epoch) + 1 }) : undefined;
    },

    async clear(userId) {
      for (const table of ["sessions", "consents", "events", "factors"] as const)
        await emptyPartition(dynamo, table, userId);
    },

    async erase({ userId, epoch, nameClaim, claims }) {
      const now = clock.now();
      const refused = await dynamo.transact([
        {
          Put: {
            TableName: accounts,
            // Whatever stood in the row is gone with it; what stays says that there was somebody, for the audit records.
            Item: { userId, status: "ERASED", epoch: epoch + 1, erasedAt: now },
            ConditionExpression: "#status = :erasing AND epoch = :epoch",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: { ":erasing": "ERASING", ":epoch": epoch },
          },
        },
        ...(nameClaim === undefined ? [] : [nobodysAgain(nameClaim, userId)]),
        ...claims.map((claim) => letGo(dynamo, claim, userId)),
        auditItem(parts, { subject: userId, event: "account.erased", now }),
      ]);
      return refused.size === 0;
    },
  };

  function nobodysAgain(claim: string, userId: string): TransactItem {
    return {
      Put: {
        TableName: dynamo.name("claims"),
        Item: { claim, userId, state: "ERASED" },
        ConditionExpression: "userId = :user",
        ExpressionAttributeValues: { ":user": userId },
      },
    };
  }
}

async function erasing(keys: Keys, row: Row): Promise<ErasingAccount> {
  const more = row.claims instanceof Set ? ([...row.claims] as string[]) : [];
  const person = row.personKey === undefined ? [] : [personClaim(String(row.personKey))];
  const { picture } = await profileOf(keys, row);
  return {
    userId: String(row.userId),
    epoch: Number(row.epoch),
    claims: [...new Set([...person, ...more])],
    ...(isEmailClaim(row.accountName) ? {} : { nameClaim: rowClaim(row) }),
    ...(picture === undefined ? {} : { picture }),
  };
}
