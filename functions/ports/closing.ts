import type { SignedInAccount } from "./account-changes.ts";
import type { Intent } from "./messages.ts";

/** A closed account whose days to come back are over, fenced: nobody enables it any more. */
export interface ErasingAccount {
  readonly userId: string;
  readonly epoch: number;
  /** The claim of its name, where it has one: of 其他 it is an address, which is among `claims` (M20). */
  readonly nameClaim?: string;
  /** Everything else that points at the account: its person, further documents of theirs, accounts at counties, addresses. */
  readonly claims: readonly string[];
  /** Id of the picture. */
  readonly picture?: string;
}

/** Closing an account, and erasing it after the days in which it comes back (§5.2: take away first, give last). */
export interface Closing {
  /** DISABLED, epoch raised, the day to erase it, audit, notices and what applications are told, one transaction. False when the session is none. */
  close(account: SignedInAccount, notices: readonly Intent[]): Promise<boolean>;
  /** First step of erasing, the fence. Undefined when the account came back, is not due, or is erased. May be repeated. */
  fence(userId: string): Promise<ErasingAccount | undefined>;
  /** Sessions, second factor, consents and records. May be repeated. */
  clear(userId: string): Promise<void>;
  /**
   * Last step: claims freed, the row emptied, with the audit record, one transaction. The claim of the name stays, of nobody: a name is never
   * given to another person, who would be taken for this one. An address may be: its mailbox says whose it is. False when another run did it.
   */
  erase(account: ErasingAccount): Promise<boolean>;
}
