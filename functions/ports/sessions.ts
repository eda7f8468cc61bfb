import type { SignInMethod } from "../contract/oidc.ts";
import type { Profile } from "./accounts.ts";

/** Sealed at rest: address and browser for IP登入紀錄 (M62). */
export interface SessionClient {
  readonly address: string;
  readonly browser: string;
}

/** A session's secret before anything of it is stored, so that what else is written can go along in the same moment. */
export interface MintedSession {
  readonly userId: string;
  /** The cookie's value: `<userId>.<sessionKey>.<secret>`. */
  readonly cookie: string;
  /** 128 random bits: names the session for as long as it lives, also after it got a new secret. Opens nothing. */
  readonly sessionKey: string;
  /** Goes on under the key of the session that this browser says it has: only where the account lists that. */
  readonly over: boolean;
  /** Then: when the first session of that key started, in epoch milliseconds. */
  readonly since?: number;
  /** Key of the browser's live session, when that is too old to go on under: it ends by this one, and its applications are told. */
  readonly insteadOf?: string;
}

export interface NewSession {
  readonly epoch: number;
  readonly client: SessionClient;
  /** How the person signed in; `otp` where the second factor was asked for. */
  readonly methods: readonly SignInMethod[];
  /** Sessions beyond the ten, which end by this one: their applications are told. */
  readonly ends?: readonly string[];
}

/** A listed session whose secret the browser has, and when its key was first used (epoch milliseconds); or none. */
export type OwnSession = { readonly since: number } | "none";

export interface Session {
  readonly userId: string;
  readonly sessionKey: string;
  /** Of the cookie it was found by: another one after a rotation. */
  readonly secretHash: string;
  readonly profile: Profile;
  /** Epoch milliseconds of the sign-in, and of the last time that password (and code) were given: OpenID's `auth_time`. */
  readonly startedAt: number;
  readonly authenticatedAt: number;
  readonly methods: readonly SignInMethod[];
  /** The password was given at most five minutes ago: may change contact, factor, password (T20). A county's word alone is never fresh. */
  readonly fresh: boolean;
}

export interface SignedInDevice extends SessionClient {
  readonly sessionKey: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly lastSeenAt: number;
}

/**
 * Signed-in sessions (T21). The store holds only the hash of the secret. A session lives while its own row does, the account lists it
 * among its at most ten, neither idle nor absolute time is over, and the account's epoch is the one it started under.
 */
export interface Sessions {
  /**
   * `over`: the browser's cookie. Where it opens a live session of the same account, that goes on under its key, with a new secret
   * (signing in again, T21): one read, for a cookie that names the account only. A key older than `policy.session.sameKey` ends instead.
   * `known`: what the caller has read of it already, in place of that read.
   */
  mint(userId: string, over?: string, known?: OwnSession): Promise<MintedSession>;
  /** Stores a minted session and its sign-in record (M62), one write. It lives once the account lists it: `SignInAccounts.succeed`. */
  start(minted: MintedSession, session: NewSession): Promise<void>;
  /** The live session of a cookie. One read. */
  find(cookie: string): Promise<Session | undefined>;
  /**
   * The same session under a new secret (step-up, T21), under `epoch` where the account's was raised in the same change. `methods`: all
   * that was given just now, in place of what was given before; without them the session says of its proof what it said before. Its key
   * stays, so that applications are still told when it ends. Gives the new cookie's value; the old one ends the session and opens
   * nothing in the same moment. Undefined when the session ended or was rotated meanwhile.
   */
  rotate(session: Session, change: { methods?: readonly SignInMethod[]; epoch?: number }): Promise<string | undefined>;
  /** Ends the session of a cookie, or of the one before it, for good, and its applications are told. Twice is no error. Gives whose it was; undefined when it names none. */
  end(cookie: string): Promise<{ readonly userId: string; readonly sessionKey: string } | undefined>;
  /** Live sessions of an account, newest first. */
  list(userId: string): Promise<readonly SignedInDevice[]>;
  /** Ends these sessions of the account, all or none, each with an audit record, and their applications are told; gives how many lived. */
  endThese(userId: string, sessionKeys: readonly string[]): Promise<number>;
  /** The synchroniser token of a session (T22). */
  csrfToken(cookie: string): Promise<string>;
}
