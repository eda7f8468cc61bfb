import { columns } from "./cells.ts";
import { sagaSteps } from "./saga-steps.ts";

/** §5.1's matrix. */
export const cells = sagaSteps.flatMap((step) =>
  Object.entries(columns).map(([column, fault]) => ({ cell: `${step.name}, ${column}`, step, fault })),
);
