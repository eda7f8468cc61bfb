/** A site of no one: a path that leaves it has another origin. */
const base = "https://site.invalid";

/** The one page of signing in that needs an account to be signed in: it links a county account to it. */
const linkCounty = "/sign-in/county/link";

/**
 * Where to go after signing in, or undefined. Only a path of this site passes (T23: no open redirect): `//evil.example`,
 * `/\evil.example`, `https:evil.example`, a tab or line end inside, and the pages of signing in itself do not,
 * but for the one that links a county account.
 */
export function safeReturnTo(asked: string | undefined): string | undefined {
  if (!asked || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return undefined;
  try {
    const url = new URL(asked, base);
    if (url.origin !== base || /^\/(?:api|oidc)(?:\/|$)/.test(url.pathname)) return undefined;
    if (/^\/sign-(?:in|out)(?:\/|$)/.test(url.pathname) && url.pathname !== linkCounty) return undefined;
    return `${url.pathname}${url.search}`;
  } catch {
    return undefined;
  }
}

/** The sign-in page's address that leads back to `path` afterwards. */
export function signInFor(path: string): string {
  return `/sign-in?returnTo=${encodeURIComponent(path)}`;
}
