import type { Channel } from "../../contract/messages.ts";
import { Problem } from "../../http/problem.ts";
import { isAccountEmail, isOwnAddress } from "../../person/account-name.ts";
import { parseContact } from "../../person/contact.ts";
import type { Profile } from "../../ports/accounts.ts";
import type { CodeSubject } from "../../ports/challenges.ts";

/**
 * The contact as typed, by the rules of the application (M18). Throws the Problem that says what is wrong with it: no address of 其他 lies
 * where account names do, or it would be another's account (M20).
 */
export function readNewContact(
  { channel, value }: { readonly channel: Channel; readonly value: string },
  { accountName }: Pick<Profile, "accountName">,
  accountDomain: string,
) {
  const parsed = parseContact(channel, value.trim());
  if (!parsed.ok) throw refused(parsed.problem);
  const isAccount = channel === "email" && isAccountEmail(accountName);
  if (isAccount && isOwnAddress(parsed.value, accountDomain)) throw refused("own-domain");
  return { channel, value: parsed.value };
}

const refused = (problem: string) => new Problem("contact-rule", { fields: [{ field: "value", problem }] });

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
