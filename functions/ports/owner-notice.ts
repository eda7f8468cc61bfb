import type { Channel, Language, MessageKind, MessageWords } from "../contract/messages.ts";
import type { Intent } from "./messages.ts";

interface Told<K extends MessageKind> {
  readonly messageId: string;
  readonly kind: K;
  readonly language: Language;
  readonly words: MessageWords[K];
  readonly email?: string | undefined;
  readonly mobile?: string | undefined;
}

/** I5: what is said to the owner of an account at each of these contacts, as an intent on which nothing was tried yet. */
export function ownerNotice<K extends MessageKind>({ messageId, email, mobile, ...said }: Told<K>): Intent {
  const states: Partial<Record<Channel, "waiting">> = {
    ...(email === undefined ? {} : { email: "waiting" }),
    ...(mobile === undefined ? {} : { sms: "waiting" }),
  };
  const contacts = { ...(email === undefined ? {} : { email }), ...(mobile === undefined ? {} : { mobile }) };
  return { messageId, attempts: 0, states, message: { ...said, ...contacts } as Intent["message"] };
}
