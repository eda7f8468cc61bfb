import type { RouteKey } from "../../functions/contract/routes.ts";
import type { FaultRule } from "./lane.ts";

/** One field of a matrix: a call of a route, and what befalls it. */
export interface Cell {
  readonly cell: string;
  readonly fault: FaultRule;
}

/**
 * The columns of §5.1 and §5.2. The SDK tries a call three times: a fault strikes all tries of the step, or, where only one answer is
 * lost, the SDK itself runs the step a second time.
 */
export const columns: Readonly<Record<string, Pick<FaultRule, "mode" | "tries">>> = {
  "all tries fail before their effect": { mode: "before" },
  "all answers are lost after their effect": { mode: "after" },
  "one answer is lost after its effect": { mode: "after", tries: "one" },
  "it runs twice": { mode: "dup" },
  "the handler crashes right after": { mode: "crash" },
};

/** Every call of a route with every fault. */
export function cellsOf(during: RouteKey, steps: readonly { readonly name: string; readonly at: string }[]): Cell[] {
  return steps.flatMap(({ name, at }) =>
    Object.entries(columns).map(([column, fault]) => ({ cell: `${name}, ${column}`, fault: { ...fault, at, during } })),
  );
}

/** The same columns where a job runs: nobody waits for its answer, and its next run has to put right what this one left. */
export const jobColumns: Readonly<Record<string, Pick<FaultRule, "mode" | "tries">>> = {
  "fails before its effect": { mode: "before" },
  "loses its answer": { mode: "after" },
  "loses one answer and is tried again": { mode: "after", tries: "one" },
  "runs twice": { mode: "dup" },
  "is the last thing the job does": { mode: "crash" },
};

/** Every step of a job with every fault. */
export function jobCellsOf(steps: Readonly<Record<string, Pick<FaultRule, "at" | "nth">>>) {
  return Object.entries(steps).flatMap(([step, where]) =>
    Object.entries(jobColumns).map(([column, fault]) => ({ cell: `${step} ${column}`, rule: { ...where, ...fault } })),
  );
}

/** Not where the SDK repeats the call with success: that leaves nobody with an error. */
export const leavesAnError = ({ fault }: { readonly fault: Pick<FaultRule, "mode" | "tries"> }) =>
  fault.tries !== "one" && fault.mode !== "dup";
