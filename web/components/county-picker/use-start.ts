import { useEffect, useState } from "preact/hooks";
import type { CountyId, CountyPurpose } from "../../../functions/contract/counties.ts";
import { call, type Problem } from "../../api.ts";
import { keepBegun } from "./begun.ts";

export interface CountyStart {
  /** The county this browser is on its way to. */
  readonly going: CountyId | undefined;
  /** The county that was pressed last. */
  readonly pressed: CountyId | undefined;
  readonly problem: Problem | undefined;
  /** Counts the presses, for the error summary's focus. */
  readonly attempt: number;
  start(county: CountyId): Promise<void>;
}

/** Begins a round trip and leaves for the county's own page. A second press while one is on its way does nothing. */
export function useStart(purpose: CountyPurpose, returnTo?: string): CountyStart {
  const [going, setGoing] = useState<CountyId>();
  const [pressed, setPressed] = useState<CountyId>();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  // The browser's back button may bring this page back as it was left, on its way.
  useEffect(() => {
    const cameBack = (event: PageTransitionEvent) => (event.persisted ? setGoing(undefined) : undefined);
    addEventListener("pageshow", cameBack);
    return () => removeEventListener("pageshow", cameBack);
  }, []);

  const start = async (county: CountyId) => {
    if (going) return;
    setGoing(county);
    setPressed(county);
    setProblem(undefined);
    const outcome = await call("POST /api/county/start", { county, purpose, ...(returnTo ? { returnTo } : {}) });
    if (outcome.ok) {
      keepBegun({ county, purpose, from: location.pathname + location.search });
      return location.assign(outcome.answer.url);
    }
    setGoing(undefined);
    setProblem(outcome.problem);
    setAttempt((count) => count + 1);
  };
  return { going, pressed, problem, attempt, start };
}
