import type { Channel } from "../contract/messages.ts";

/** What the account's row holds of a person besides the profile. */
export interface OwnRest {
  readonly notice?: Readonly<Record<string, unknown>>;
  readonly personNumber?: string;
  readonly earlierContacts: readonly { readonly channel: Channel; readonly value: string }[];
  readonly counties: readonly string[];
}

/** The person's own data (right of access). */
export interface OwnData {
  /** One read. */
  rest(userId: string): Promise<OwnRest>;
  /** The audit record of the download: written before anything is given. False when the account had all of a day. */
  note(userId: string): Promise<boolean>;
}
