import { isSameContact } from "./contact.ts";

interface Contact {
  readonly value: string;
}

/** The contacts of an account, with what the changes that may still be taken back took the place of, oldest first. */
interface ContactsSince {
  readonly email?: Contact | undefined;
  readonly mobile?: Contact | undefined;
  readonly priors?: readonly {
    readonly channel: "email" | "sms";
    /** Epoch milliseconds. */
    readonly until: number;
    readonly contact: Contact | undefined;
  }[];
}

interface ByChannel {
  readonly email: readonly string[];
  readonly sms: readonly string[];
}

/** I5, T20: whom a notice to the owner of an account goes to. */
export interface ToldContacts {
  /** Those from before the oldest change that may still be taken back, at most one a channel: what they get has its links. */
  readonly owners: ByChannel;
  /** Those that came by such a change, also where they are gone again: they may be a thief's and are told without any link. */
  readonly newer: ByChannel;
}

/** While a change of contact may be taken back, the contacts of before hear of everything, and the new ones get no link (T20). */
export function toldContacts({ email, mobile, priors = [] }: ContactsSince, now: number): ToldContacts {
  const [mail, phone] = [ofChannel("email", email), ofChannel("sms", mobile)];
  return { owners: { email: mail.owners, sms: phone.owners }, newer: { email: mail.newer, sms: phone.newer } };

  function ofChannel(channel: "email" | "sms", present: Contact | undefined) {
    const earlier = priors.filter((prior) => prior.channel === channel && prior.until >= now);
    const [oldest] = earlier;
    const owner = oldest === undefined ? present : oldest.contact;
    const others = [present, ...earlier.map(({ contact }) => contact)].flatMap((one) => (one ? [one.value] : []));
    const isNewer = (one: string, index: number) =>
      !isSameContact(owner?.value, one) && others.findIndex((other) => isSameContact(other, one)) === index;
    return { owners: owner === undefined ? [] : [owner.value], newer: others.filter(isNewer) };
  }
}
