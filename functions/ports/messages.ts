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

export type ChannelState = "waiting" | "accepted" | "failed";

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

/** The two ways out. Throws when the service did not accept. */
export interface Post {
  mail(to: string, mail: { subject: string; text: string; html: string }): Promise<void>;
  sms(to: string, text: string): Promise<void>;
}

/** Sends an intent now, channel by channel, and books what became of it. Never throws for a channel that failed: the sweep tries again. */
export interface Delivery {
  send(intent: Intent): Promise<Intent["states"]>;
}
