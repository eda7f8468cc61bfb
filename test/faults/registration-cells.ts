import type { FaultRule } from "./lane.ts";
import { sagaSteps } from "./saga-steps.ts";

/**
 * The columns of §5.1's matrix. The SDK tries a call three times: a fault strikes all tries of the step, or, where only one
 * answer is lost, the SDK itself runs the step a second time.
 */
const columns: Record<string, Pick<FaultRule, "mode" | "tries">> = {
  "all tries fail before their effect": { mode: "before" },
  "all answers are lost after their effect": { mode: "after" },
  "one answer is lost after its effect": { mode: "after", tries: "one" },
  "it runs twice": { mode: "dup" },
  "the handler crashes right after": { mode: "crash" },
};

export const cells = sagaSteps.flatMap((step) =>
  Object.entries(columns).map(([column, fault]) => ({ cell: `${step.name}, ${column}`, step, fault })),
);
