import type { Enrolment } from "../contract/schemas/parts.ts";

/** A default password that may be used now: of an account that is ACTIVE, not frozen and not locked by M51. */
export interface LiveDefaultPassword {
  readonly hash: string;
  /** The account's session epoch when it was issued: whatever ends every session ends it too. */
  readonly epoch: number;
}

/** Default passwords as who has one uses it (M49, T16). A row is an account's or a decoy's; the calls are the same for both (SHAPE). */
export interface DefaultPasswords {
  /** How often tries of this client failed lately (T02). One read. */
  failures(client: string): Promise<number>;
  /** Counts one try before anything is compared. Undefined when the tries are spent or there is nothing to try. */
  reserveTry(rowId: string, decoy: boolean): Promise<LiveDefaultPassword | undefined>;
  /** Whether this is it. The same work where there is none: then it never is. */
  matches(live: LiveDefaultPassword | undefined, given: string): Promise<boolean>;
  /** Used, once. False when it was used, replaced or ended meanwhile. */
  spend(userId: string, live: LiveDefaultPassword): Promise<boolean>;
  /** Counted on the client's address, never blocking it (a school is one address). */
  fail(client: string): Promise<void>;
}

/** A class as the roster has it: grade counted through, class as `readClass` writes it. */
export interface SchoolClass {
  readonly school: { readonly code: string; readonly level: string };
  readonly grade: string;
  readonly class: string;
}

interface Holder {
  readonly accountName: string;
  readonly name: string;
  readonly enrolments: readonly Enrolment[];
}

export type IssuedDefaultPassword =
  | ({ readonly outcome: "issued"; readonly password: string; readonly until: number } & Holder)
  /** Disabled or frozen: a default password enables nobody (M55). */
  | ({ readonly outcome: "disabled" } & Holder)
  | { readonly outcome: "no-account" };

/** Default passwords as a school issues them (M95). */
export interface DefaultPasswordIssuer {
  userOf(accountName: string): Promise<string | undefined>;
  /** The accounts of a class, by key, and how many of the class have none. */
  usersOf(place: SchoolClass): Promise<{ readonly userIds: readonly string[]; readonly withoutAccount: number }>;
  /** A new one, which ends the one before, with its audit record. `until` in epoch milliseconds. Told once: only its hash is kept. */
  issue(userId: string, by: string): Promise<IssuedDefaultPassword>;
}
