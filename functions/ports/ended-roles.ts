import type { Enrolment, Role } from "../contract/schemas/parts.ts";

/** A place that a roster took away. `personId` is plain in memory only. */
export interface LeftPlace {
  readonly personId: string;
  readonly role: Role;
  readonly school: { readonly code: string; readonly level: string };
}

/** An account whose person has lost a place, with the enrolments that are left to it: those the roster still has, or has anew. */
export interface EndingAccount {
  readonly userId: string;
  readonly accountName: string;
  readonly status: "ACTIVE" | "DISABLED";
  readonly email?: string;
  readonly mobile?: string;
  readonly left: readonly Enrolment[];
  /** What the row was, with what is to be written: for `keep` and for `Disabling`. */
  readonly seen: unknown;
}

/** M4: access ends when the role ends. */
export interface EndedRoles {
  /** The accounts of at most a hundred persons, as far as anything changes for them. By key: person, claim, account. */
  find(places: readonly LeftPlace[]): Promise<readonly EndingAccount[]>;
  /** Writes the enrolments that are left. False when the row is another by now. */
  keep(account: EndingAccount): Promise<boolean>;
}
