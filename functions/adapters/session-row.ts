import { createHash } from "node:crypto";
import type { Policy } from "../contract/policy.ts";
import type { Row } from "./dynamo.ts";

/** What a session's cookie says. Only the hash of the secret is stored: a leaked table opens no session. */
export interface SessionCookie {
  readonly userId: string;
  readonly sessionKey: string;
  readonly secretHash: string;
}

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** `<userId>.<sessionKey>.<secret>`; undefined for any other text. */
export function readSessionCookie(cookie: string): SessionCookie | undefined {
  const [userId = "", sessionKey = "", secret = "", more] = cookie.split(".");
  const isId = (text: string) => /^[\w-]{22}$/.test(text);
  if (more !== undefined || !isId(userId) || !isId(sessionKey) || !/^[\w-]{43}$/.test(secret)) return undefined;
  return { userId, sessionKey, secretHash: hashOf(secret) };
}

/** The sessions an account's row lists, newest first. Accounts made before there was a list have none. */
export function listedSessions(account: Row): { readonly sessionKey: string; readonly startedAt: number }[] {
  const listed = Object.entries((account.sessions ?? {}) as Record<string, unknown>);
  return listed
    .map(([sessionKey, startedAt]) => ({ sessionKey, startedAt: Number(startedAt) }))
    .toSorted((a, b) => b.startedAt - a.startedAt || (a.sessionKey < b.sessionKey ? 1 : -1));
}

/**
 * Whether a session lives (T21): listed by its account among the newest ten, so that however many sign in at once no eleventh lives;
 * neither idle nor absolute time over; started under the account's present epoch (T17). `now`: epoch milliseconds.
 */
export function isLive(session: Row, account: Row, now: number, rules: Policy["session"]): boolean {
  if (now > Number(session.lastSeenAt) + rules.idle * 1_000) return false;
  if (now > Number(session.startedAt) + rules.absolute * 1_000) return false;
  if (session.epoch !== account.epoch || account.status !== "ACTIVE") return false;
  return listedSessions(account)
    .slice(0, rules.most)
    .some(({ sessionKey }) => sessionKey === session.sessionKey);
}
