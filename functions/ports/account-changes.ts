import type { Enrolment } from "../contract/schemas/parts.ts";
import type { Profile } from "./accounts.ts";
import type { Intent } from "./messages.ts";

/** A signed-in account as it was when the session was read: whatever raised its epoch since wins (I7). */
export interface SignedInAccount {
  readonly userId: string;
  readonly epoch: number;
}

/** A change of password that has begun: every session is dead and nobody signs in until it ends or ten minutes have passed. */
export interface BegunChange extends SignedInAccount {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly openedAt: number;
}

/** The saga of a reset (R2–R4), for who gave the present password: begun and finished in one request, swept by `reconcile-resets`. */
export interface PasswordChanges {
  /** The last passwords, sealed, as `PasswordHistory` reads them. One read. */
  kept(userId: string): Promise<string | undefined>;
  /** R2: epoch raised, sign-in held, audit and notices, one transaction. Undefined when the session is none any more. */
  begin(account: SignedInAccount, notices: readonly Intent[]): Promise<BegunChange | undefined>;
  /** R4: epoch raised again, hold off. Gives the epoch under which the browser that asked goes on. */
  finish(change: BegunChange, passwords: string): Promise<number>;
  /** The vault refused: hold off, the password of before stays. */
  giveUp(change: BegunChange): Promise<void>;
}

export interface SchoolChange extends SignedInAccount {
  /** By the document that was typed: somebody may have several (decision 008). */
  readonly personKey: string;
  readonly source: Enrolment;
}

/** 更新個人資料 (M36). */
export interface SchoolChanges {
  /**
   * The source's data take the place of those of the same school and role; a student's school of before that the roster no longer has
   * goes. With an audit record, unless nothing changes. Undefined when another change was quicker, `ended` when the session is none.
   */
  update(change: SchoolChange): Promise<readonly Enrolment[] | "ended" | undefined>;
}

/** Of 其他 (M20). */
export interface DetailsChanges {
  /**
   * These take the place of all that were there. With an audit record, unless nothing changes. `changed-meanwhile`: another change of the
   * account was quicker. `ended`: the session is none any more.
   */
  update(
    change: SignedInAccount & { readonly details: NonNullable<Profile["details"]> },
  ): Promise<"changed" | "changed-meanwhile" | "ended">;
}
