import type { GrantPurpose } from "./reset-grants.ts";

/** Whose code a browser asked for, and what for (T10). */
export interface AskedCode {
  readonly purpose: GrantPurpose;
  /** The user id, or the decoy's. */
  readonly rowId: string;
  /** Nobody's, or an account this way is not for: no code is ever right (T04). */
  readonly decoy: boolean;
}

/** The bond of a code to the browser that asked for it: a sealed cookie, as long for a decoy as for an account. */
export interface RecoveryCookies {
  /** What a live cookie holds, or undefined. */
  read(cookie: string | undefined): Promise<AskedCode | undefined>;
  /** The Set-Cookie line, good for ten minutes. */
  keep(asked: AskedCode): Promise<string>;
}
