import type { Enrolment } from "../contract/schemas/parts.ts";

/** An account as somebody who forgot something meets it. Whether it may be used for a way is a rule of that way. */
export interface RecoveryAccount {
  readonly userId: string;
  readonly accountName: string;
  readonly name: string;
  readonly status: "ACTIVE" | "DISABLED";
  /** Raised whenever what was given out before must die (I7). */
  readonly epoch: number;
  /** 不是我 was pressed, or the owner closed it: only the code way leads back (the owner's stronger proof), never personal data. */
  readonly frozen: boolean;
  /** False when a manager forbade self-enabling, or the days in which a closed account comes back are over. */
  readonly selfEnable: boolean;
  readonly secondFactor: boolean;
  readonly enrolments: readonly Enrolment[];
  /** Contacts with their proof: only a proved one recovers (M18), every one is told. */
  readonly email?: { readonly value: string; readonly proved: boolean };
  readonly mobile?: { readonly value: string; readonly proved: boolean };
  /** Contacts as they were before changes that may still be taken back: they recover, and the new ones not yet (T20). */
  readonly before?: Pick<RecoveryAccount, "email" | "mobile">;
  /** Epoch milliseconds from which the ways of M51 may change the password; 0 when they may. */
  readonly lockedUntil: number;
}

/**
 * Accounts by account, a name or the address of 其他 (M20), or by person. One nobody has is read all the same, under a decoy id, so that the calls are those of one that
 * somebody has (T04, SHAPE).
 */
export interface RecoveryAccounts {
  /** Two reads: the claim, then the account or a decoy. `rowId` is the user id or the decoy's id. */
  byAccount(account: string): Promise<{ readonly rowId: string; readonly account: RecoveryAccount | undefined }>;
  byUserId(userId: string): Promise<RecoveryAccount | undefined>;
}
