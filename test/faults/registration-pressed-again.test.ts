import { describe, expect, it } from "vitest";
import { expectTruthfulEnd } from "./aftermath.ts";
import { Applicant, steps } from "./applicant.ts";
import { cells } from "./registration-cells.ts";
import { startRegistrationLanes } from "./registration-lane.ts";
import { rule } from "./saga-steps.ts";

const lanes = await startRegistrationLanes(3);

describe.concurrent("registration with one fault, the person presses again at most once (T45, T46, §5.1)", () => {
  it.each(cells)("$cell: the account is made, once (F1, I1, I2)", ({ cell, step, fault }) =>
    lanes.use(async (at) => {
      const applicant = new Applicant(at, await at.newcomer());
      const armed = at.lane.fault({ ...rule(step), ...fault });
      const outcome = await applicant.goOn(1);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      expect(outcome, cell).toMatchObject({ done: true });
      expect(outcome.repeats, cell).toBeLessThanOrEqual(1);
      at.lane.mend();
      await expectTruthfulEnd(at, applicant, outcome.done, cell);
    }),
  );
});

describe.concurrent("registration whose buttons are pressed twice at once (T46)", () => {
  it.each(steps)("%s: both get an answer that is true, one account (I1, I2, I3)", (step) =>
    lanes.use(async (at) => {
      const applicant = new Applicant(at, await at.newcomer());
      for (const earlier of steps.slice(0, steps.indexOf(step))) await applicant.press(earlier);
      const answers = (await applicant.press(step, 2)).map((reply) => reply?.body.code ?? reply?.status);
      expect(answers.toSorted()).toEqual(step === "send" ? [200, "code-wait"] : [200, 200]);
      const next = steps[steps.indexOf(step) + 1];
      const outcome = next === undefined ? { done: true } : await applicant.goOn(0, next);
      expect(outcome).toMatchObject({ done: true });
      await expectTruthfulEnd(at, applicant, true, step);
    }),
  );
});
