import type { RecoveryAccount } from "../../ports/recovery.ts";
import type { GrantPurpose } from "../../ports/reset-grants.ts";

export interface Contacts {
  readonly email?: string;
  readonly mobile?: string;
  readonly epoch?: number;
}

/**
 * The proved contacts a code may go to, or undefined when this way is not for the account: a reset (M45) is for one in use, enabling
 * (M55) for a disabled one that no manager forbade it to. A frozen one may be enabled this way: the code is the owner's stronger proof.
 * A second factor changes nothing: the next sign-in asks for it still (T18). While a change of contacts may still be taken back, codes go
 * where they went before it: whoever stole a session and put in a contact of their own gets none, and the owner does (T20).
 */
export function reachable(account: RecoveryAccount | undefined, purpose: GrantPurpose): Contacts | undefined {
  if (account === undefined) return undefined;
  const { status, epoch, frozen, selfEnable } = account;
  const { email, mobile } = account.before ?? account;
  const isFor = purpose === "reset" ? status === "ACTIVE" && !frozen : status === "DISABLED" && selfEnable;
  const contacts: Contacts = {
    ...(email?.proved ? { email: email.value } : {}),
    ...(mobile?.proved ? { mobile: mobile.value } : {}),
  };
  return isFor && Object.keys(contacts).length > 0 ? { ...contacts, epoch } : undefined;
}
