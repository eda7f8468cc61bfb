import { useEffect, useState } from "preact/hooks";

/** Pages that are fetched while another one is read: undefined until they are here, `failed` on a dead line. */
export type LaterPages<Pages> = Pages | "failed" | undefined;

/** Fetches what comes after the page that uses it. `load` is run once: an `import()`. */
export function useLaterPages<Pages extends object>(load: () => Promise<Pages>): LaterPages<Pages> {
  const [pages, setPages] = useState<LaterPages<Pages>>();
  useEffect(() => {
    load().then(setPages, () => setPages("failed"));
  }, []);
  return pages;
}
