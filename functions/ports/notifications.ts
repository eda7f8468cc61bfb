import type { LegacyEvent } from "../contract/legacy.ts";
import type { NotTold } from "./logouts.ts";

/** What an application is to be told, written in the transaction of the change (T46). */
export interface NewNotification {
  /**
   * As `notificationIdOf` makes it: the same for the same change, so that it is told once however often the change is tried. Receivers know
   * it as `jti`.
   */
  readonly notificationId: string;
  readonly clientId: string;
  readonly userId: string;
  readonly event: LegacyEvent;
  /** Sealed at rest. */
  readonly legacyAccount: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** `change`: random, of this one change of the link; letters, digits, `-` and `_`. */
export const notificationIdOf = (change: string, clientId: string): string => `${change}~${clientId}`;

/** Which application's an id is: it can be told before the row is read. */
export const receiverIn = (notificationId: string): string => notificationId.split("~")[1] ?? "";

export interface Notification extends NewNotification {
  /** How often it was taken, this time among them. */
  readonly attempts: number;
}

/** The job's side: what is taken is this run's for a while. */
export interface NotificationQueue {
  due(shard: number): Promise<readonly string[]>;
  take(notificationId: string): Promise<Notification | undefined>;
  /** Told, or given up. Twice is no error. */
  drop(notificationId: string): Promise<void>;
  /** Comes again later, each time after twice the wait. */
  putOff(notification: Notification): Promise<void>;
}

/** What a receiver may say is wrong with an event (RFC 8935 2.4); whatever else it says is not repeated. */
export const eventErrors = [
  "invalid_request",
  "invalid_key",
  "invalid_issuer",
  "invalid_audience",
  "authentication_failed",
  "access_denied",
] as const;
export type NotTaken = NotTold | (typeof eventErrors)[number];

/** Sends one security event token (RFC 8417) by RFC 8935 push: undefined when it was taken (202), else why not. Never throws. */
export interface NotificationPost {
  tell(address: string, token: string): Promise<NotTaken | undefined>;
}
