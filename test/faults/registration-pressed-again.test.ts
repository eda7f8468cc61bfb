import { describe, expect, it } from "vitest";
import { apply, signIn } from "../service/people.ts";
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

describe.concurrent("the last step, answered or not (S7, S10)", () => {
  it("S7 broke off and the person typed another password: the one typed last is the account's", () =>
    lanes.use(async (at) => {
      const applicant = new Applicant(at, await at.newcomer());
      at.lane.fault({ mode: "crash", at: "cognito.AdminSetUserPassword" });
      await applicant.goOn(0);
      const [first, last] = [applicant.password, "Pademelon-2026-x"];
      applicant.password = last;
      expect(await applicant.goOn(0, "complete")).toMatchObject({ done: true, repeats: 0 });
      expect((await signIn(at.browser(), applicant.accountName, first)).status).toBe(401);
      await expectTruthfulEnd(at, applicant, true, "S7 with another password");
    }));

  it("S10 the answer never reached the browser: a reload shows the account, another press gives the same answer", () =>
    lanes.use(async (at) => {
      const applicant = new Applicant(at, await at.newcomer());
      for (const step of steps.slice(0, -1)) await applicant.press(step);
      const lost = await apply.complete(applicant.browser.copy());
      const reloaded = await applicant.browser.call("GET /api/register");
      const again = await apply.complete(applicant.browser);
      for (const { status, body } of [lost, reloaded, again]) {
        expect({ status, ...body }).toMatchObject({ status: 200, step: "done", accountName: applicant.accountName });
      }
      expect(again.body).toEqual(lost.body);
      await expectTruthfulEnd(at, applicant, true, "S10");
    }));
});
