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
  readonly cookies: Readonly<Partial<Record<CookieName, string>>>;
  readonly client: Client;
  /** There exactly on routes whose access is `signed-in`. */
  readonly session: Session | undefined;
  readonly csrfToken: string | undefined;
  /** From the page's remembered switch, sent as `accept-language`. */
  readonly language: "zh-TW" | "en";
}

export interface Answer<K extends RouteKey = RouteKey> {
  readonly body: AnswerOf<K>;
  readonly setCookies?: readonly string[];
}

export type Action<K extends RouteKey> = (request: Request<K>) => Promise<Answer<K>>;

/** All cookies are `__Host-`: this host only, HTTPS only, whole path (T21). */
export const cookieNames = { session: "__Host-session", device: "__Host-device", flow: "__Host-flow" } as const;
export type CookieName = keyof typeof cookieNames;
