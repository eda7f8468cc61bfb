import type { ComponentType } from "preact";
import lazy from "preact-iso/lazy";
import { PageNotLoaded } from "./components/page-not-loaded/page-not-loaded.tsx";

/**
 * A page that is fetched when it is gone to. Where the fetch fails (a dead line, or a tab from before a new version was put
 * out) a page says so, rather than nothing happening.
 */
export function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  return lazy(() => load().catch(() => PageNotLoaded));
}
