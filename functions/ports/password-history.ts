/**
 * The last passwords of an account (附表十: not equal to the last three), as slow hashes, sealed. `kept` is what an account has: the
 * sealed list, or undefined where nothing was noted yet.
 */
export interface PasswordHistory {
  /** Whether a password is one of the last ones. */
  isRecent(kept: string | undefined, password: string): Promise<boolean>;
  /** The list to keep when this password has been set: it first, as many before it as the policy says. */
  next(kept: string | undefined, password: string): Promise<string>;
}
