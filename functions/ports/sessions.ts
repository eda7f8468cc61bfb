import type { Profile } from "./accounts.ts";

export interface NewSession {
  readonly userId: string;
  readonly epoch: number;
  /** Sealed at rest: address and browser for IP登入紀錄 (M62). */
  readonly client: { readonly address: string; readonly browser: string };
}

export interface Session {
  readonly userId: string;
  readonly sessionKey: string;
  readonly profile: Profile;
}

/** Signed-in sessions (T21). The store holds only the hash of the secret; the cookie is `<userId>.<secret>`. */
export interface Sessions {
  /** Gives the cookie's value. */
  start(session: NewSession): Promise<string>;
  /** The live session of a cookie: not idle too long, not too old, of the account's present epoch, account ACTIVE. One read. */
  find(cookie: string): Promise<Session | undefined>;
  end(cookie: string): Promise<void>;
  /** The synchroniser token of a session (T22). */
  csrfToken(cookie: string): Promise<string>;
}
