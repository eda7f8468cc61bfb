import { useCallback, useEffect, useState } from "preact/hooks";
import type { Problem } from "../../../api.ts";

/** What the last page of every way shows until the password is set (M50, M55). `expired`: it was open and its time ran out while the person typed. */
export type Waiting<Grant> =
  | { readonly state: "loading" | "none" | "expired" }
  /** Nothing could be learned: try again. */
  | { readonly state: "failed"; readonly problem: Problem }
  /** `until` is ms since 1970 by this device's own clock. */
  | { readonly state: "open"; readonly grant: Grant; readonly until: number };

/** What may be done here the service says, so that a reload shows the same. `ask`: the same function each time the page is drawn. */
export function useShown<Shown extends { readonly state: string }>(ask: () => Promise<Shown>) {
  const [shown, setShown] = useState<Shown | { readonly state: "loading" }>({ state: "loading" });
  const load = useCallback(async () => {
    setShown({ state: "loading" });
    setShown(await ask());
  }, [ask]);
  useEffect(() => {
    void load();
  }, [load]);
  return { shown, show: setShown, load };
}
