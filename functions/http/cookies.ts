import { type CookieName, cookieNames } from "./request.ts";

const attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** A Set-Cookie value; without `maxAge` (seconds) it lives as long as the browser is open (shared classroom computers). */
export function setCookie(name: CookieName, value: string, maxAge?: number): string {
  const age = maxAge === undefined ? "" : `; Max-Age=${maxAge}`;
  return `${cookieNames[name]}=${value}; ${attributes}${age}`;
}

export const clearCookie = (name: CookieName): string => setCookie(name, "", 0);

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
