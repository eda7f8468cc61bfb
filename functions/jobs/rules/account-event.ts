import { legacyEvents } from "../../contract/legacy.ts";
import type { LegacyLink } from "../../ports/legacy-accounts.ts";
import type { Notification } from "../../ports/notifications.ts";

export interface EventFacts {
  readonly issuer: string;
  /** As this application knows the person. */
  readonly sub: string;
  readonly notification: Pick<Notification, "notificationId" | "clientId" | "event" | "legacyAccount" | "at">;
}

/** What the moment of an event is called in it. */
const momentOf = { linked: "linked_at", unlinked: "unlinked_at" } as const;

/**
 * A security event token (RFC 8417 §2): the same at each try, so `iat` is the moment of the change. No `exp`, which is not recommended
 * there (§2.2), and no `sub`, so that it passes for no ID token; the person is in `sub_id` (RFC 9493 3.2.4). Times are seconds.
 */
export function eventClaims({ issuer, sub, notification }: EventFacts) {
  const { notificationId, clientId, event, legacyAccount, at } = notification;
  const moment = Math.floor(at / 1_000);
  return {
    iss: issuer,
    aud: clientId,
    iat: moment,
    jti: notificationId,
    sub_id: { format: "iss_sub", iss: issuer, sub },
    events: { [`${issuer}${legacyEvents[event]}`]: { legacy_account: legacyAccount, [momentOf[event]]: moment } },
  };
}

/**
 * Whether an event still says how it is. `link`: how the person stands with the platform now. That an account was joined holds while it is
 * this one; that it was taken off, until the same person has joined it again.
 */
export const stillHolds = (
  { event, legacyAccount }: Pick<Notification, "event" | "legacyAccount">,
  link: LegacyLink | undefined,
): boolean => (event === "linked") === (link?.state === "linked" && link.legacyAccount === legacyAccount);

/** RFC 8417 §2.3: said explicitly, so that no other token passes for one. */
export const eventHeader = { typ: "secevent+jwt" } as const;
