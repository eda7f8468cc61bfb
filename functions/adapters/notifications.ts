import type { Notification, NotificationQueue } from "../ports/notifications.ts";
import type { Row } from "./dynamo.ts";
import { leasedRows } from "./leased-rows.ts";
import type { Parts } from "./parts.ts";

/** The job's side of what `notificationItem` wrote. */
export function dynamoNotifications(parts: Pick<Parts, "dynamo" | "keys" | "clock" | "policy">): NotificationQueue {
  const rows = leasedRows(parts, "notifications", parts.policy.legacy.events.backoff * 1_000);

  return {
    due: rows.due,
    drop: rows.drop,
    putOff: ({ notificationId, attempts }) => rows.putOff(notificationId, attempts),

    async take(notificationId) {
      const row = await rows.take(notificationId);
      return row && notificationOf(parts, row);
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
