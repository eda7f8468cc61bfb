/** The password vault (Cognito): user names are our random user ids, never account names (S6, C14). */
export interface Credentials {
  /** S6: makes the user with an unknowable password; one that is there already is ours by construction. */
  create(userId: string): Promise<void>;
  /** S7: sets the password for good. `refused` when the vault's own policy says no. */
  setPassword(userId: string, password: string): Promise<"set" | "refused">;
  /** Whether this is the user's password. Unknown and disabled users are simply wrong. */
  check(userId: string, password: string): Promise<boolean>;
  /** A disabled user has a password and cannot use it. Enabling an enabled one changes nothing. Throws when there is no such user. */
  enable(userId: string): Promise<void>;
  /** A user that is not there cannot sign in either. */
  disable(userId: string): Promise<void>;
  /** A user that is not there is deleted too. */
  delete(userId: string): Promise<void>;
}
