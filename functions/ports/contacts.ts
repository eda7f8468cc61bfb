import type { Channel } from "../contract/messages.ts";
import type { ToldContacts } from "../person/told-contacts.ts";
import type { CodeProof } from "./challenges.ts";
import type { Intent } from "./messages.ts";

export interface ContactChange {
  readonly userId: string;
  readonly channel: Channel;
  readonly value: string;
  /** The account's epoch when the session was read: a reset in between wins. */
  readonly epoch: number;
}

/** What an undo link names: which change of whose contact. */
export interface UndoLink {
  readonly id: string;
  readonly userId: string;
  readonly channel: Channel;
}

/** An account before a change of its contacts. */
export interface KnownContacts {
  readonly accountName: string;
  readonly told: ToldContacts;
  /** What the row was: a change is refused when it is another by now. */
  readonly seen: unknown;
}

/** A change that may be taken back, with what that leads to: the account, too, whose address comes back with it (M20). */
export interface UndoableChange extends KnownContacts {
  /** The contact that comes back; missing where the change had added one, which goes. */
  readonly value?: string;
}

/** Changes of contacts (M35, T20). */
export interface Contacts {
  /** One read; undefined when there is no such account. */
  find(userId: string): Promise<KnownContacts | undefined>;
  /**
   * The code used up, the new contact proved, the old one kept for the undo, audit record and notices, one transaction. The challenge's id
   * names the change, but where it goes back to the contact of before the oldest one of its channel: that takes these back for good. `changed-already`: by the other half of a doubled press, whose notices are the ones that count. `code-wrong`: the
   * code was used, or is of another contact. `changed-meanwhile`: another change was quicker, and the code is as good as before. `ended`:
   * the session is none any more. `email-taken`: of 其他, whose account it would be, and somebody has it (M20).
   */
  change(
    known: KnownContacts,
    change: ContactChange,
    proof: CodeProof,
    notices: readonly Intent[],
  ): Promise<"changed" | "changed-already" | "code-wrong" | "changed-meanwhile" | "email-taken" | "ended">;
  /** The token of an undo link, good for 72 hours. */
  undoToken(link: UndoLink): Promise<string>;
  readUndo(token: string): Promise<UndoLink | undefined>;
  /** Undefined when it is no more to be undone: undone already, with an older one too, or too late. */
  findUndo(link: UndoLink): Promise<UndoableChange | undefined>;
  /** Puts the old contact back and raises the epoch, once. False when something changed since `findUndo`. */
  undo(link: UndoLink, found: UndoableChange, notices: readonly Intent[]): Promise<boolean>;
  /**
   * As the undo of the oldest change that may still be taken back, without a notice: nothing where there is none. It may come to nothing
   * when something changed at this moment, and be repeated: read again to see.
   */
  undoAll(userId: string): Promise<void>;
}
