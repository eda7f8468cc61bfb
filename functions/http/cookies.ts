import { type CookieName, cookieNames } from "./request.ts";

const attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** A Set-Cookie value; without `maxAge` (seconds) it lives as long as the browser is open (shared classroom computers). */
export function setCookie(name: CookieName, value: string, maxAge?: number): string {
  const age = maxAge === undefined ? "" : `; Max-Age=${maxAge}`;
  return `${cookieNames[name]}=${value}; ${attributes}${age}`;
}

export const clearCookie = (name: CookieName): string => setCookie(name, "", 0);

/** What goes at a sign-out: the next person at a classroom computer finds nothing. */
export const ofThePerson = [
  "session",
  "step",
  "logout",
  "countyProof",
  "reset",
  "activate",
  "recovery",
  "public",
] as const;

/** Our own cookies out of the event's list. A name given twice is dropped: nobody can say which one is ours. */
export function readCookies(cookies: readonly string[] = []): Partial<Record<CookieName, string>> {
  const found: Partial<Record<CookieName, string>> = {};
  for (const name of Object.keys(cookieNames) as CookieName[]) {
    const prefix = `${cookieNames[name]}=`;
    const values = cookies.filter((cookie) => cookie.startsWith(prefix)).map((cookie) => cookie.slice(prefix.length));
    if (values.length === 1 && values[0] !== "" && values[0]!.length <= 4_000) found[name] = values[0]!;
  }
  return found;
}

const interactionPrefix = "__Host-interaction-";

/** Each request of an application that waits has a cookie of its own, named by its id (M60). An empty value clears it. */
export const interactionCookie = (uid: string, value: string, maxAge: number): string =>
  `${interactionPrefix}${uid}=${value}; ${attributes}; Max-Age=${value === "" ? 0 : maxAge}`;

/** The sealed interactions among the event's cookies, by id. */
export function readInteractions(cookies: readonly string[] = []): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const cookie of cookies) {
    const [, uid, value] = /^__Host-interaction-([\w-]{1,64})=([\w.-]{1,4000})$/.exec(cookie) ?? [];
    if (uid !== undefined && value !== undefined) found.set(uid, value);
  }
  return found;
}
