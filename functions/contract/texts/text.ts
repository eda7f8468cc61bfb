import type { Channel, Language, MessageKind, MessageWords } from "../messages.ts";

/** One message in one language: what the mail says, paragraph by paragraph, and the SMS that says it in one segment. */
export interface Text {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Shown big under the first paragraph. */
  readonly code?: string;
  /** What somebody else wrote: shown apart, line by line. In the mail only. */
  readonly quoted?: string;
  readonly sms: string;
}

export type Texts<K extends MessageKind> = {
  readonly [Kind in K]: Record<Language, (words: MessageWords[Kind], channel: Channel) => Text>;
};
