import type { BegunChange, PasswordChanges } from "../ports/account-changes.ts";
import { auditItem } from "./audit-item.ts";
import { cleanAt, type TransactItem } from "./dynamo.ts";
import { intentItems } from "./intents.ts";
import { logoutItem } from "./logouts.ts";
import type { Parts } from "./parts.ts";
import { dynamoResetGrants } from "./reset-grants.ts";
import { endHold, raiseEpoch, resetShardOf } from "./reset-rows.ts";

const way = "change";

/**
 * R2–R4 on the rows of a reset: a grant that is in use from its first moment and that no browser ever holds, so that `reconcile-resets`
 * gives back what broke off.
 */
export function dynamoPasswordChanges(parts: Parts): PasswordChanges {
  const { dynamo, clock, ids, policy } = parts;
  const flows = dynamo.name("flows");

  return {
    async kept(userId) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      return row?.passwords === undefined ? undefined : String(row.passwords);
    },

    async begin({ userId, epoch }, notices) {
      const [id, now] = [ids.id(), clock.now()];
      const until = now + policy.reset.grant * 1_000;
      const refused = await dynamo.transact([
        {
          Put: {
            TableName: flows,
            Item: {
              flowId: id,
              kind: "reset",
              purpose: "reset",
              userId,
              way,
              status: "USING",
              expiresAt: until,
              createdAt: now,
              dueShard: resetShardOf(id),
              dueAt: until,
              cleanAt: cleanAt(now + 30 * 86_400_000),
            },
            ConditionExpression: "attribute_not_exists(flowId)",
          },
        },
        raiseEpoch(dynamo, userId, {
          set: { holdUntil: until, heldBy: id },
          condition: "epoch = :seen AND #status = :active",
          names: { "#status": "status" },
          values: { ":seen": epoch, ":active": "ACTIVE" },
        }),
        auditItem(parts, { subject: userId, event: "password.changed", now, id }),
        ...(await intentItems(parts, notices, now)),
        logoutItem(parts, { userId }, now),
      ]);
      return refused.size === 0 ? { id, userId, epoch: epoch + 1, openedAt: now } : undefined;
    },

    async finish({ id, userId, epoch, openedAt }, passwords) {
      await dynamoResetGrants(parts).finish({ grantId: id, userId, purpose: "reset", way, openedAt }, passwords);
      // Where anything else has raised it meanwhile this is not the account's, and nobody goes on under it (I7).
      return epoch + 1;
    },

    async giveUp(change) {
      await endHold(dynamo, { grantId: change.id, userId: change.userId }, abandoned(change));
    },
  };

  function abandoned({ id }: BegunChange): TransactItem {
    return {
      Update: {
        TableName: flows,
        Key: { flowId: id },
        UpdateExpression: "SET #status = :abandoned REMOVE dueShard, dueAt",
        ConditionExpression: "#status = :using",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: { ":abandoned": "ABANDONED", ":using": "USING" },
      },
    };
  }
}
