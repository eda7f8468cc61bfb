/** A site of no one: a path that leaves it has another origin. */
const base = "https://site.invalid";

/** The one page of signing in that needs an account to be signed in: it links a county account to it. */
const linkCounty = "/sign-in/county/link";

const isPathOfSite = (path: string): boolean => /^\/(?![/\\])[\x21-\x7e]*$/.test(path);

/**
 * Where to go after signing in, or undefined. Only a path of this site passes (T23: no open redirect): `//evil.example`,
 * `/\evil.example`, `https:evil.example`, a tab or line end inside, and the pages of signing in itself do not,
 * but for the one that links a county account. What is left when dots are resolved (`/.//evil.example`) must pass too.
 */
export function safeReturnTo(asked: string | undefined): string | undefined {
  if (!asked || !isPathOfSite(asked)) return undefined;
  try {
    const url = new URL(asked, base);
    if (url.origin !== base || /^\/(?:api|oidc)(?:\/|$)/.test(url.pathname)) return undefined;
    if (/^\/sign-(?:in|out)(?:\/|$)/.test(url.pathname) && url.pathname !== linkCounty) return undefined;
    const path = `${url.pathname}${url.search}`;
    return isPathOfSite(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Why somebody is sent to 登入, where the page says it in a sentence. */
export type SignInReason = "second-factor" | "start-over";

/** The sign-in page's address that leads back to `path` afterwards. */
export function signInFor(path: string | undefined, why?: SignInReason): string {
  return withReturnTo("/sign-in", path, why);
}

/** A page of signing in that hands on where the person wants to be. */
export function withReturnTo(page: string, returnTo: string | undefined, why?: SignInReason): string {
  const query = new URLSearchParams({ ...(returnTo && { returnTo }), ...(why && { why }) }).toString();
  return query === "" ? page : `${page}?${query}`;
}

/**
 * Whether an application waits for the sign-in. It may ask a person who is signed in to sign in again: then nobody is sent on
 * before that was done.
 */
export const isForApplication = (returnTo: string | undefined): boolean => returnTo?.startsWith("/consent/") ?? false;
