import type { Channel, Language, MessageKind, MessageWords } from "../contract/messages.ts";

/** What is to be said to whom. Sealed at rest. */
export interface Message<K extends MessageKind = MessageKind> {
  readonly kind: K;
  readonly language: Language;
  readonly words: MessageWords[K];
  readonly email?: string;
  readonly mobile?: string;
  /** Epoch milliseconds after which it is worth nothing, as a code is: not sent any more then. */
  readonly until?: number;
}

/**
 * `waiting`: nobody has taken it yet. `accepted`: SES or SNS has, which is not delivered (T48). `rejected`: they never will. `failed`: it
 * is not sent any more: given up, too late, or to an address that bounced before.
 */
export type ChannelState = "waiting" | "accepted" | "rejected" | "failed";

/** What SES told later of a mail that it had accepted. Of an SMS nothing is told. */
export type MailOutcome = "delivered" | "bounced" | "rejected";

export interface Intent {
  readonly messageId: string;
  readonly message: Message;
  readonly states: Partial<Record<Channel, ChannelState>>;
  readonly attempts: number;
}

/** Message intents: written with the change they tell of, sent at once, swept up when that failed (S2–S4, T46). */
export interface Intents {
  /** Books what became of each channel; leaves the sweep's index when nothing waits. */
  settle(intent: Intent, states: Intent["states"]): Promise<void>;
  /** Ids due in one shard of the sparse index. */
  due(shard: number): Promise<readonly string[]>;
  /** Takes one due intent for this run, so that a second run sends nothing. */
  take(messageId: string): Promise<Intent | undefined>;
}

/** The two ways out. Throws when the service did not accept; a `RejectedError` when it never will. */
export interface Post {
  /** `messageId` comes back with every event of the mail: it says which intent it was. */
  mail(to: string, mail: { subject: string; text: string; html: string }, messageId: string): Promise<void>;
  sms(to: string, text: string): Promise<void>;
}

/** This message, to this recipient, will not be taken however often it is offered. */
export class RejectedError extends Error {}

/** Sends an intent now, channel by channel, and books what became of it. Never throws for a channel that failed: the sweep tries again. */
export interface Delivery {
  send(intent: Intent): Promise<Intent["states"]>;
}

/** Addresses that bounced or complained: not written to until they are proved anew (T48). Any letter case is one address. */
export interface Bounces {
  has(email: string): Promise<boolean>;
  forget(email: string): Promise<void>;
}

/** What SES tells of mails: twice, late, in any order (T46, T48). */
export interface MailOutcomes {
  /**
   * Books what became of a mail. It only moves forward: bounced and rejected are final, and a bounce after a delivery is a bounce.
   * `unreachable` marks the address it went to. False when there is no such message.
   */
  book(messageId: string, told: { outcome: MailOutcome; unreachable: boolean }): Promise<boolean>;
}

/** What became of the last code, for whoever waits for it. */
export interface CodeDeliveries {
  /** States of the message with the last code of a subject, for exactly these contacts; undefined when there is none. */
  last(of: {
    readonly subject: string;
    readonly email?: string | undefined;
    readonly mobile?: string | undefined;
  }): Promise<Partial<Record<Channel, ChannelState | MailOutcome>> | undefined>;
}
