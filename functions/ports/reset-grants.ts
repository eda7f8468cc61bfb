import type { ResetWay } from "../contract/schemas/reset-password.ts";
import type { Intent } from "./messages.ts";

/** Who may set a new password, for ten minutes, in one browser (R1). */
export interface ResetGrant {
  readonly grantId: string;
  readonly userId: string;
  readonly way: ResetWay;
  readonly status: "OPEN" | "USING" | "DONE";
  /** Epoch milliseconds; of a DONE one, until when a reload still shows that it is done. */
  readonly expiresAt: number;
  readonly account: {
    readonly accountName: string;
    readonly name: string;
    readonly status: "ACTIVE" | "DISABLED";
    /** Epoch milliseconds from which the three ways of M51 may change the password; 0 when they always could. */
    readonly lockedUntil: number;
    /** Every contact that is known, proved or not. */
    readonly email?: string;
    readonly mobile?: string;
  };
}

/** R1: opens a grant. Gives the Set-Cookie line that binds it to this browser. */
export interface ResetGrantMaker {
  open(userId: string, way: ResetWay): Promise<string>;
}

/** `first`: this run wrote the audit record and the notice, and sends it; `again`: an earlier run did. */
export type Begun = "first" | "again" | "refused";

/** R2–R4 of the reset saga: take away first, give last. Every step may be repeated. */
export interface ResetGrants {
  /** The grant of a cookie with its account, or undefined: none, foreign, changed, expired, given up. One read. */
  find(cookie: string | undefined): Promise<ResetGrant | undefined>;
  /**
   * R2: epoch raised, sign-in held, OPEN → USING, audit and notice, one transaction. `refused` when the grant is not open any
   * more, or the account is disabled or locked (M51) by now: `find` tells which.
   */
  begin(grant: ResetGrant, notice: Intent): Promise<Begun>;
  /**
   * R4: DONE, epoch raised again, hold off, tries free, 24-hour lock where the way has one. It has no deadline: the vault has the
   * new password by now, and all this takes away the sessions of before. False when there is no such grant or account.
   */
  finish(grant: ResetGrant): Promise<boolean>;
}

/** The way back of a reset that was begun and not finished. */
export interface ResetSweep {
  /** Ids of grants in use past their time, from one shard of the sparse index. */
  overdue(shard: number): Promise<readonly string[]>;
  /** ABANDONED, epoch raised again, hold off, one transaction. False when somebody else did it or the reset was finished. */
  abandon(grantId: string): Promise<boolean>;
}
