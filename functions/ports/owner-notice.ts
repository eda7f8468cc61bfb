import type { Channel, Language, MessageKind, MessageWords } from "../contract/messages.ts";
import { isSameContact } from "../person/contact.ts";
import type { ToldContacts } from "../person/told-contacts.ts";
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

/**
 * I5, T20: the same to everybody who must hear of it but `except`; contacts that came by a change that may still be taken back get no link.
 * A message goes to one contact of a channel, so there are as many as the longer list. `idOf` gives the id of each.
 */
export function ownerNotices<K extends MessageKind>(
  idOf: (index: number) => string,
  { words, ...said }: Pick<Told<K>, "kind" | "language" | "words">,
  { owners, newer }: ToldContacts,
  except?: string,
): Intent[] {
  const { notMe: _notMe, undo: _undo, hours: _hours, ...plain } = words as Record<string, unknown>;
  const told = [
    ...pairsOf(owners, except).map((pair) => ({ ...pair, words })),
    ...pairsOf(newer, except).map((pair) => ({ ...pair, words: plain as unknown as MessageWords[K] })),
  ];
  return told.map((one, index) => ownerNotice({ messageId: idOf(index), ...said, ...one }));
}

function pairsOf({ email, sms }: ToldContacts["owners"], except: string | undefined) {
  const [emails = [], mobiles = []] = [email, sms].map((all) => all.filter((one) => !isSameContact(one, except)));
  const count = Math.max(emails.length, mobiles.length);
  return Array.from({ length: count }, (_, index) => ({ email: emails[index], mobile: mobiles[index] }));
}
