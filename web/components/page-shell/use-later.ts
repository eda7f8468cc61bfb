import { useEffect, useState } from "preact/hooks";

type Later = typeof import("./later.ts");

/** The footer and the maintenance banner. They are fetched once a page is there, so that no page waits for them; and where to find the others. */
export function useLater(pageIsThere: boolean): Later | undefined {
  const [later, setLater] = useState<Later>();
  useEffect(() => {
    // A dead line: the page is there and does without.
    if (!pageIsThere) return;
    import("./later.ts").then(setLater, () => undefined);
    import("../../other-pages.ts").catch(() => undefined);
  }, [pageIsThere]);
  return later;
}
