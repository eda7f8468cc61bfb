import type { Policy } from "../contract/policy.ts";
import type { Intent } from "./messages.ts";

/** Which mails of 停用 went out in a stretch without a sign-in. Times in epoch milliseconds. */
export interface IdleWarned {
  /** The last time the account was used when the first mail went out: another one begins a new stretch. */
  readonly since: number;
  readonly warnings: number;
  /** When the account will be disabled. */
  readonly endsAt: number;
}

/** An account whose time has come to be looked at. */
export interface IdleAccount {
  readonly userId: string;
  readonly accountName: string;
  readonly email?: string;
  readonly mobile?: string;
  /** `ERASING`: closed, its days to come back over, and not erased to the end. */
  readonly status: "ACTIVE" | "DISABLED" | "ERASING";
  /** Of an account that its owner closed: when it is erased, in epoch milliseconds. */
  readonly closeAt?: number;
  /** The last sign-in; before the first one when the account was made, or enabled again since. */
  readonly usedAt: number;
  readonly warned?: IdleWarned;
  /** The vault perhaps says otherwise than the profile: it was disabled, or enabled, a moment ago. */
  readonly vaultOpen: boolean;
  /** What the row was when it was read: every write below is refused when it is another by now. */
  readonly seen: unknown;
}

/** When to look at an account again that was last used then: the day of the first mail. */
export const idleDueAt = (usedAt: number, policy: Policy): number =>
  usedAt + (policy.idle.disableAfter - Math.max(...policy.idle.warnBefore)) * 1_000;

/** 停用 after a year without a sign-in. */
export interface IdleAccounts {
  /** User ids due in one shard of the sparse index. */
  due(shard: number): Promise<readonly string[]>;
  /** Undefined when it is not due any more, or gone. */
  find(userId: string): Promise<IdleAccount | undefined>;
  /** Looks again then. */
  putOff(account: IdleAccount, dueAt: number): Promise<boolean>;
  /** Notes the mail, with the mail itself and when to look again, one transaction. */
  warn(account: IdleAccount, warned: IdleWarned, dueAt: number, notice: Intent | undefined): Promise<boolean>;
}
