import { useCallback, useEffect, useState } from "preact/hooks";
import type { CountyProofAnswer } from "../../../functions/contract/schemas/county.ts";
import { call, type Problem } from "../../api.ts";

/** What this browser has proved at a county and not used yet. `county` is missing where there is nothing, or no more. */
export type ProofState =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly problem: Problem }
  | { readonly state: "ready"; readonly proof: CountyProofAnswer };

export function useCountyProof(): [proof: ProofState, again: () => void] {
  const [proof, setProof] = useState<ProofState>({ state: "loading" });
  const ask = useCallback(async () => {
    const outcome = await call("GET /api/county/proof");
    setProof(outcome.ok ? { state: "ready", proof: outcome.answer } : { state: "failed", problem: outcome.problem });
  }, []);
  useEffect(() => {
    void ask();
  }, [ask]);
  return [proof, ask];
}
