import type { ChangeWay } from "../contract/reset-ways.ts";
import type { ResetWay } from "../contract/schemas/reset-password.ts";
import type { ToldContacts } from "../person/told-contacts.ts";
import type { Intent } from "./messages.ts";

export type GrantPurpose = "reset" | "activate";

/** Who may set a new password, for ten minutes, in one browser (R1). */
export interface ResetGrant {
  readonly grantId: string;
  /** `activate` enables a disabled account (M55); a grant of one purpose is none for the other (T10). */
  readonly purpose: GrantPurpose;
  readonly userId: string;
  readonly way: ResetWay;
  readonly status: "OPEN" | "USING" | "DONE";
  /** Epoch milliseconds. One from before the last new password, or before 不是我, is none any more (I7, T19). */
  readonly openedAt: number;
  /** Epoch milliseconds; of a DONE one, until when a reload still shows that it is done. */
  readonly expiresAt: number;
  readonly account: {
    readonly accountName: string;
    readonly name: string;
    readonly status: "ACTIVE" | "DISABLED";
    /** Epoch milliseconds from which the three ways of M51 may change the password; 0 when they always could. */
    readonly lockedUntil: number;
    /** 不是我 was pressed, or its owner closed it: only a code enables the account again. */
    readonly frozen: boolean;
    /** False when a manager forbade self-enabling, or the days in which a closed account comes back are over. */
    readonly selfEnable: boolean;
    readonly secondFactor: boolean;
    /** The last passwords, sealed: what `PasswordHistory` reads and writes. */
    readonly passwords?: string;
    /** Every contact that is known, proved or not, and those of before a change that may still be taken back (T20). */
    readonly told: ToldContacts;
  };
}

/** R1: opens a grant. Gives the Set-Cookie line that binds it to this browser. */
export interface ResetGrantMaker {
  /** `warning`: told to the owner at once, and on the audit record, in the same transaction (T15: warned before and after). */
  open(userId: string, way: ResetWay, purpose?: GrantPurpose, warning?: Intent): Promise<string>;
}

/** What of a grant its end goes by. */
export interface EndingGrant extends Pick<ResetGrant, "grantId" | "purpose" | "userId" | "openedAt"> {
  readonly way: ChangeWay;
}

/** `first`: this run wrote the audit record and the notices, and sends them; `again`: an earlier run did. */
export type Begun = "first" | "again" | "refused";

/**
 * R2–R4 of the sagas of reset and activation: take away first, give last. Every step may be repeated. What is said of a reset holds
 * for an activation, but that its account is DISABLED until the last write makes it ACTIVE (M55).
 */
export interface ResetGrants {
  /**
   * The grant of a cookie with its account, or undefined: none, foreign, of another purpose, changed, expired, given up, from before the
   * last new password. One read.
   */
  find(cookie: string | undefined, purpose?: GrantPurpose): Promise<ResetGrant | undefined>;
  /**
   * R2: epoch raised, sign-in held, OPEN → USING, audit and notices, one transaction. `refused` when the grant is not open any
   * more, or the account may not be changed this way by now (state, M51, frozen, second factor): `find` tells which.
   */
  begin(grant: ResetGrant, notices: readonly Intent[]): Promise<Begun>;
  /**
   * R4: DONE, epoch raised again, hold off, tries free, 24-hour lock where the way has one. It has no deadline: the vault has the
   * new password by now, and all this takes away the sessions of before. False when there is no such grant or account; of an
   * activation also when it was given up, or the account was forbidden, frozen or taken by another one meanwhile: it stays disabled.
   */
  finish(grant: EndingGrant, passwords?: string): Promise<boolean>;
}

/** The way back of a reset that was begun and not finished. */
export interface ResetSweep {
  /** Ids of grants in use past their time, from one shard of the sparse index. */
  overdue(shard: number): Promise<readonly string[]>;
  /** ABANDONED, epoch raised again, hold off, one transaction. False when somebody else did it or the reset was finished. */
  abandon(grantId: string): Promise<boolean>;
}
