import type { LegacyEvent } from "../contract/legacy.ts";
import type { Applications } from "../ports/applications.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import { type NewNotification, notificationIdOf } from "../ports/notifications.ts";

/**
 * Makes what a change of a link tells the applications that are this platform and want to be told (M82). To be asked for once a change:
 * receivers know the event by its id.
 */
export async function platformEvents(
  {
    applications,
    ids,
    clock,
  }: { readonly applications: Pick<Applications, "list">; readonly ids: Ids; readonly clock: Clock },
  platform: string,
  event: LegacyEvent,
): Promise<(userId: string, legacyAccount: string) => readonly NewNotification[]> {
  const told = (await applications.list()).filter(
    ({ legacyPlatform }) => legacyPlatform?.id === platform && legacyPlatform.eventsUri !== undefined,
  );
  const [change, at] = [ids.id(), clock.now()];
  return (userId, legacyAccount) =>
    told.map(({ clientId }) => ({
      notificationId: notificationIdOf(change, clientId),
      clientId,
      userId,
      event,
      legacyAccount,
      at,
    }));
}
