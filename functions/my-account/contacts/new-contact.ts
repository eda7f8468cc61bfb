import type { Channel } from "../../contract/messages.ts";
import { Problem } from "../../http/problem.ts";
import { parseContact } from "../../person/contact.ts";
import type { Profile } from "../../ports/accounts.ts";
import type { CodeSubject } from "../../ports/challenges.ts";

/** The contact as typed, by the rules of the application (M18). Throws the Problem that says what is wrong with it. */
export function readNewContact(body: { readonly channel: Channel; readonly value: string }) {
  const parsed = parseContact(body.channel, body.value.trim());
  if (!parsed.ok) throw new Problem("contact-rule", { fields: [{ field: "value", problem: parsed.problem }] });
  return { channel: body.channel, value: parsed.value };
}

/**
 * Whose code it is: one live challenge an account and channel, of this contact and no other, and of no other purpose (T10). Its limits
 * are the account's own, whatever its codes are for (T08).
 */
export function contactSubject({ userId, epoch }: Profile, channel: Channel, value: string): CodeSubject {
  return {
    subject: `contact#${userId}#${channel}`,
    account: userId,
    kind: "code-contact",
    ...(channel === "email" ? { email: value } : { mobile: value }),
    epoch,
    signedIn: { userId, epoch },
  };
}
