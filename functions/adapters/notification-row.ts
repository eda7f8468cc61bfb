import type { NewNotification } from "../ports/notifications.ts";
import { cleanAt, dueShardOf, type TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";

/** Nobody is told of what is older than this, whatever kept it; in milliseconds. */
const kept = 14 * 86_400_000;

/**
 * What an application is to be told, for the transaction of the change (T46). The job's from the start; without a condition, since the id
 * is that of the change: the transaction's own conditions say whether there is one.
 */
export async function notificationItem(
  { dynamo, keys }: Pick<Parts, "dynamo" | "keys">,
  { legacyAccount, ...notification }: NewNotification,
): Promise<TransactItem> {
  const { notificationId, at } = notification;
  return {
    Put: {
      TableName: dynamo.name("notifications"),
      Item: {
        ...notification,
        sealed: await keys.seal("notification", { notificationId, legacyAccount }),
        attempts: 0,
        dueShard: dueShardOf(notificationId),
        // A second ago: the clock of whoever takes it may be a little behind.
        dueAt: at - 1_000,
        cleanAt: cleanAt(at + kept),
      },
    },
  };
}
