/** The kinds of mail and SMS the service sends, and which words each needs. */
export interface MessageWords {
  /** A code a channel: each proves its own channel (decision 003). */
  "code-register": { readonly codes: Readonly<Partial<Record<Channel, string>>>; readonly minutes: number };
  welcome: { readonly account: string; readonly name: string };
  /** Goes to contacts that nobody proved too: no name in it. */
  "password-reset": { readonly account: string };
}

export type MessageKind = keyof MessageWords;
export type Channel = "email" | "sms";
export type Language = "zh-TW" | "en";
