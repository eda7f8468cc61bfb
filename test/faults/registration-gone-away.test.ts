import { describe, expect, it } from "vitest";
import { expectTruthfulEnd } from "./aftermath.ts";
import { Applicant } from "./applicant.ts";
import { leavesAnError } from "./cells.ts";
import { cells } from "./registration-cells.ts";
import { startRegistrationLanes } from "./registration-lane.ts";
import { rule } from "./saga-steps.ts";

const lanes = await startRegistrationLanes(3);

/** The other cells are the other file's: here the person is left with an error, or with nothing. */
const failing = cells.filter(leavesAnError);

describe.concurrent("registration with one fault, the person goes away (T45, §5.1)", () => {
  it.each(failing)("$cell: an account, or a free name, within 16 minutes (F0 or F1, I1, I2)", ({ cell, step, fault }) =>
    lanes.use(async (at) => {
      const applicant = new Applicant(at, await at.newcomer());
      const armed = at.lane.fault({ ...rule(step), ...fault });
      const outcome = await applicant.goOn(0);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      at.lane.mend();
      await expectTruthfulEnd(at, applicant, outcome.done, cell);
    }),
  );
});
