import type { Policy } from "../contract/policy.ts";
import { dueShards } from "../contract/tables.ts";
import type { Applications } from "../ports/applications.ts";
import type { Keys } from "../ports/keys.ts";
import type { LegacyLinks } from "../ports/legacy-accounts.ts";
import {
  type Notification,
  type NotificationPost,
  type NotificationQueue,
  type NotTaken,
  receiverIn,
} from "../ports/notifications.ts";
import { subjectOf } from "../ports/subjects.ts";
import type { TokenSigner } from "../ports/token-signer.ts";
import { eachReceiver } from "./each-receiver.ts";
import { eventClaims, eventHeader, stillHolds } from "./rules/account-event.ts";

export interface NotificationParts {
  readonly notifications: NotificationQueue;
  readonly applications: Pick<Applications, "find">;
  readonly legacyLinks: Pick<LegacyLinks, "find">;
  readonly signer: TokenSigner;
  readonly notificationPost: NotificationPost;
  /** One try that was in vain; `givenUp`: it was the last. */
  readonly notTaken: (clientId: string, why: NotTaken, givenUp: boolean) => void;
  readonly keys: Pick<Keys, "mac">;
  readonly policy: Policy;
  /** The issuer. */
  readonly siteOrigin: string;
}

/** M82: whatever is due. Gives how many events were taken. Safe to run twice at once. */
export async function sendNotifications(parts: NotificationParts): Promise<{ told: number }> {
  const shards = await Promise.all(Array.from({ length: dueShards }, (_, shard) => parts.notifications.due(shard)));
  return sendTheseNotifications(shards.flat(), parts);
}

/** Those of these ids that are due. Throws after all others when one could not be taken or booked: it comes again. */
export async function sendTheseNotifications(
  ids: readonly string[],
  parts: NotificationParts,
): Promise<{ told: number }> {
  const failures: unknown[] = [];
  let told = 0;
  await eachReceiver(ids, receiverIn, async (id) => {
    try {
      const notification = await parts.notifications.take(id);
      if (notification !== undefined && (await tellOne(notification, parts))) told += 1;
    } catch (error) {
      failures.push(error);
    }
  });
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} notifications could not be done`);
  return { told };
}

/**
 * True when it was taken. An application that is gone, or is no platform with an address any more, is told nothing, and nobody of what
 * another change has overtaken: told late it would stand over the newer one.
 */
async function tellOne(notification: Notification, parts: NotificationParts): Promise<boolean> {
  const { notifications, applications, notificationPost, notTaken, policy } = parts;
  const { notificationId, clientId, attempts } = notification;
  const application = await applications.find(clientId);
  const platform = application?.legacyPlatform;
  const address = platform?.eventsUri;
  if (
    application === undefined ||
    platform === undefined ||
    address === undefined ||
    // Of a removed application whose name another one has by now: what its people did is no news of that one's.
    notification.at < (application.registeredAt ?? 0) ||
    !stillHolds(notification, await parts.legacyLinks.find(notification.userId, platform.id))
  ) {
    await notifications.drop(notificationId);
    return false;
  }
  // The last try was taken and never booked: its run was cut off. It is not begun again and again.
  if (attempts > policy.legacy.events.attempts) {
    await notifications.drop(notificationId);
    notTaken(clientId, "timeout", true);
    return false;
  }
  const { keys, signer, siteOrigin: issuer } = parts;
  const sub = await subjectOf(keys, application, notification.userId);
  const token = await signer.sign(application.idTokenAlg, eventHeader, eventClaims({ issuer, sub, notification }));
  const why = await notificationPost.tell(address, token);
  const givenUp = why !== undefined && attempts >= policy.legacy.events.attempts;
  if (why === undefined || givenUp) await notifications.drop(notificationId);
  else await notifications.putOff(notification);
  if (why !== undefined) notTaken(clientId, why, givenUp);
  return why === undefined;
}
