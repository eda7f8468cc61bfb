/** Applications are told of sign-outs by a job (T41): what is asked for here is written down and done elsewhere. */
export interface Logouts {
  /** One session ended, or with `undefined` every session of the account. One write, no network. */
  ask(userId: string, sessionKey: string | undefined): Promise<void>;
}

/** What was asked for: a session ended, or without one every session of the account. */
export interface LogoutAsk {
  readonly kind: "ask";
  readonly logoutId: string;
  readonly userId: string;
  readonly sessionKey?: string;
  /** Epoch milliseconds of the end. */
  readonly at: number;
}

/** One application to be told of the end of one session. */
export interface LogoutToTell {
  readonly kind: "tell";
  readonly logoutId: string;
  readonly userId: string;
  readonly clientId: string;
  readonly sessionKey: string;
  /** How often it was taken, this time among them. */
  readonly attempts: number;
}

/** The job's side: what is taken is this run's for a while, so that two runs tell nobody twice. */
export interface LogoutQueue {
  /** Ids due in one shard of the sparse index. */
  due(shard: number): Promise<readonly string[]>;
  /** Undefined when it is not due, somebody else's, or done. */
  take(logoutId: string): Promise<LogoutAsk | LogoutToTell | undefined>;
  /** An ask becomes what is to be told, all taken by this run. Done again after a crash it gives the same ones. */
  expand(
    ask: LogoutAsk,
    to: readonly Pick<LogoutToTell, "clientId" | "sessionKey">[],
  ): Promise<readonly LogoutToTell[]>;
  /** Told, or given up. Twice is no error. */
  drop(logoutId: string): Promise<void>;
  /** Not told: comes again later, each time after twice the wait. */
  putOff(logout: LogoutToTell): Promise<void>;
}

/** Which application's an id is; an ask is nobody's yet. It can be told before the row is read. */
export const clientIdIn = (logoutId: string): string | undefined => logoutId.split("~")[1];

/** Why an application was not told: it said no, did not answer in time, or is where nothing is sent to. */
export type NotTold =
  | "answered-otherwise"
  | "redirected"
  | "timeout"
  | "unreachable"
  | "not-https"
  | "internal-address";

/** Sends one logout token to an application's address: undefined when it was taken, else why not. Never throws. */
export interface LogoutPost {
  tell(address: string, token: string): Promise<NotTold | undefined>;
}
