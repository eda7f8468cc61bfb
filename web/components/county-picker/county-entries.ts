import { useCallback, useEffect, useState } from "preact/hooks";
import type { CountyId } from "../../../functions/contract/counties.ts";
import type { CountyEntry } from "../../../functions/contract/schemas/county.ts";
import { call, type Outcome, type Problem } from "../../api.ts";
import { inKnownOrder } from "../school-picker/school-list.ts";

export type CountyEntries =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly problem: Problem }
  | { readonly state: "ready"; readonly entries: readonly CountyEntry[] };

/** What was told last: shown at once on the next page, while the service is asked how the counties are now. */
let last: readonly CountyEntry[] | undefined;
let asking: Promise<Outcome<readonly CountyEntry[]>> | undefined;

/** The 22 counties from north to south. Asked for once, however many parts of a page want them. */
export function askCounties(): Promise<Outcome<readonly CountyEntry[]>> {
  asking ??= call("GET /api/counties").then((outcome) => {
    asking = undefined;
    if (!outcome.ok) return outcome;
    last = inKnownOrder(outcome.answer.counties);
    return { ok: true, answer: last };
  });
  return asking;
}

export function useCountyEntries(): [counties: CountyEntries, again: () => void] {
  const [counties, setCounties] = useState<CountyEntries>(
    last ? { state: "ready", entries: last } : { state: "loading" },
  );
  const ask = useCallback(async () => {
    const outcome = await askCounties();
    if (outcome.ok) setCounties({ state: "ready", entries: outcome.answer });
    else if (!last) setCounties({ state: "failed", problem: outcome.problem });
  }, []);
  useEffect(() => {
    void ask();
  }, [ask]);
  return [counties, ask];
}

/** One county, once the list is here. */
export function entryOf(counties: CountyEntries, id: CountyId | undefined): CountyEntry | undefined {
  return counties.state === "ready" ? counties.entries.find((entry) => entry.id === id) : undefined;
}
