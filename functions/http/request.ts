import type { AnswerOf, RequestOf, RouteKey } from "../contract/routes.ts";
import type { Session } from "../ports/sessions.ts";

/** The caller as our own edge saw them (T29). */
export interface Client {
  /** One IPv4 address, or the /64 of an IPv6 one: what limits count. */
  readonly network: string;
  readonly address: string;
  /** True when the address is in a registered school's range: a whole class behind one address. */
  readonly fromSchool: boolean;
  readonly browser: string;
}

export interface Request<K extends RouteKey = RouteKey> {
  readonly body: RequestOf<K>;
  /** There exactly on routes that take an upload: at most its `largest` bytes, of any kind whatever. */
  readonly file?: Uint8Array;
  readonly cookies: Readonly<Partial<Record<CookieName, string>>>;
  readonly client: Client;
  /** There exactly on routes whose access is `signed-in`. */
  readonly session: Session | undefined;
  readonly csrfToken: string | undefined;
  /** The sealed cookie of the interaction that the path names by `{uid}`. */
  readonly interaction?: string | undefined;
  /** The `{…}` parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** On a route that hands over: the query and the form another site sent, as one query string. Empty elsewhere. */
  readonly handedOver: string;
  /** From the page's remembered switch, sent as `accept-language`. */
  readonly language: "zh-TW" | "en";
}

export interface Answer<K extends RouteKey = RouteKey> {
  readonly body: AnswerOf<K>;
  /** On a route that answers with a file: its bytes, in place of a body. */
  readonly file?: Uint8Array;
  readonly setCookies?: readonly string[];
  /** Sends the browser on (303) in place of a body: a path of this site. */
  readonly location?: string;
}

export type Action<K extends RouteKey> = (request: Request<K>) => Promise<Answer<K>>;

/** All cookies are `__Host-`: this host only, HTTPS only, whole path (T21). */
export const cookieNames = {
  session: "__Host-session",
  device: "__Host-device",
  flow: "__Host-flow",
  /** A round trip to a county under way. */
  county: "__Host-county",
  /** What a county said of the person in this browser, until it is used. */
  countyProof: "__Host-county-proof",
  /** A reset grant. */
  reset: "__Host-reset",
  /** An activation grant. */
  activate: "__Host-activate",
  /** Whose code this browser asked for, of those who forgot (T10). */
  recovery: "__Host-recovery",
  /** A sign-in between its two factors. */
  step: "__Host-step",
  /** A sign-out that an application asked for, until the person confirms it. */
  logout: "__Host-logout",
  /** A registration of 其他 that waits for its activation. */
  public: "__Host-public",
} as const;
export type CookieName = keyof typeof cookieNames;
