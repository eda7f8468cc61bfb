import type { Intent } from "./messages.ts";

/** What a look-up by ID found: whose account, and what its owner is told of it. */
export interface ShownAccount {
  readonly userId: string;
  readonly notice: Intent;
}

/** The trace of accounts that were told to somebody who knew an ID (M41, T05). */
export interface ShownAccounts {
  /**
   * The audit record and the notice, one transaction; the sweep sends the notice, so that a hit takes no longer than a miss. With
   * nobody found the same call writes nothing (SHAPE).
   */
  note(shown: ShownAccount | undefined): Promise<void>;
}
