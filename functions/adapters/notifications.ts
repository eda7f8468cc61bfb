import { DeleteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Notification, NotificationQueue } from "../ports/notifications.ts";
import { dueIds } from "./due-rows.ts";
import { isRefused, type Row } from "./dynamo.ts";
import { ignoreRefusal } from "./flow-row.ts";
import type { Parts } from "./parts.ts";

/** The job's side of what `notificationItem` wrote. */
export function dynamoNotifications(parts: Pick<Parts, "dynamo" | "keys" | "clock" | "policy">): NotificationQueue {
  const { dynamo, clock, policy } = parts;
  const TableName = dynamo.name("notifications");
  const backoff = policy.legacy.events.backoff * 1_000;

  return {
    due: (shard) => dueIds(dynamo, "notifications", { dueShard: `due#${shard}`, before: clock.now() }),

    async take(notificationId) {
      const now = clock.now();
      try {
        const { Attributes } = await dynamo.send(
          new UpdateCommand({
            TableName,
            Key: { notificationId },
            UpdateExpression: "SET dueAt = :lease ADD attempts :one",
            ConditionExpression: "dueAt < :now",
            ExpressionAttributeValues: { ":lease": now + backoff, ":now": now, ":one": 1 },
            ReturnValues: "ALL_NEW",
          }),
        );
        return Attributes === undefined ? undefined : await notificationOf(parts, Attributes);
      } catch (error) {
        if (isRefused(error)) return undefined;
        throw error;
      }
    },

    async drop(notificationId) {
      await dynamo.send(new DeleteCommand({ TableName, Key: { notificationId } }));
    },

    async putOff({ notificationId, attempts }) {
      const put = new UpdateCommand({
        TableName,
        Key: { notificationId },
        UpdateExpression: "SET dueAt = :later",
        ConditionExpression: "attribute_exists(notificationId)",
        ExpressionAttributeValues: { ":later": clock.now() + backoff * 2 ** (attempts - 1) },
      });
      await ignoreRefusal(dynamo.send(put));
    },
  };
}

async function notificationOf({ keys }: Pick<Parts, "keys">, row: Row): Promise<Notification> {
  const opened = (await keys.unseal("notification", String(row.sealed))) as
    | Pick<Notification, "notificationId" | "legacyAccount">
    | undefined;
  if (opened === undefined || opened.notificationId !== row.notificationId)
    throw new Error("what an application is to be told cannot be opened with this key ring");
  const { notificationId, clientId, userId, event, at, attempts } = row as never as Notification;
  return { notificationId, clientId, userId, event, at, attempts, legacyAccount: opened.legacyAccount };
}
