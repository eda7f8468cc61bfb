import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";

/** Whether `path` is `base` or a page below it. */
export function isBelow(base: string, path: string): boolean {
  return path === base || path.startsWith(`${base}/`);
}

/**
 * The address for pages that decide by it what they show. While the next page is fetched, the one before is still here and the
 * address is already the next one's: until then this is the last address of its own, so that nobody is called back.
 */
export function useOwnAddress(base: string) {
  const { path, query, route } = useLocation();
  const own = useRef({ path, query });
  const isHere = isBelow(base, path);
  if (isHere) own.current = { path, query };
  return { ...own.current, isHere, route };
}
