import { isForApplication, safeReturnTo } from "../../return-to.ts";

const storageKey = "waiting-application";

/** Keeps in this tab which application's request waits for a second factor, or that none does. */
export function keepWaiting(path: string | undefined): void {
  try {
    if (path === undefined) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, path);
  } catch {
    // Without storage the person goes back to the application by hand.
  }
}

/** The page of the request that waits, if one does. */
export function recallWaiting(): string | undefined {
  try {
    const path = safeReturnTo(sessionStorage.getItem(storageKey) ?? undefined);
    return isForApplication(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
