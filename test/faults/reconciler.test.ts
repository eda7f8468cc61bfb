import { describe, expect, it } from "vitest";
import { apply } from "../service/people.ts";
import { expectTruthfulEnd } from "./aftermath.ts";
import { Applicant, routeOf } from "./applicant.ts";
import { jobCellsOf } from "./cells.ts";
import { expectInvariants } from "./invariants.ts";
import { type RegistrationLane, startRegistrationLanes } from "./registration-lane.ts";

const lanes = await startRegistrationLanes(3);
const job = "reconcile-registrations";

/** An application whose handler died between the vault's user and the profile, sixteen minutes ago. */
async function brokenOff(at: RegistrationLane): Promise<Applicant> {
  const applicant = new Applicant(at, await at.newcomer());
  at.lane.fault({ mode: "crash", at: "cognito.AdminSetUserPassword", during: routeOf.complete });
  expect(await applicant.goOn(0)).toMatchObject({ done: false, step: "complete", status: undefined });
  at.lane.mend();
  at.service.clock.advanceBy({ minutes: 16 });
  return applicant;
}

const steps = {
  "the query of what is due": { at: "dynamodb.Query flows" },
  "the fence": { at: "dynamodb.UpdateItem flows" },
  AdminDeleteUser: { at: "cognito.AdminDeleteUser" },
  "freeing the name": { at: "dynamodb.DeleteItem claims" },
  "freeing the person": { at: "dynamodb.DeleteItem claims", nth: 2 },
};
const cells = jobCellsOf(steps);

describe.concurrent("the reconciler with one fault (S11, T45)", () => {
  it.each(cells)("$cell: the next run leaves nothing behind (F0, I1)", ({ cell, rule }) =>
    lanes.use(async (at) => {
      const applicant = await brokenOff(at);
      const armed = at.lane.fault({ ...rule, during: job });
      await at.job(job).catch(() => undefined);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      at.lane.mend();
      at.service.clock.advanceBy({ minutes: 5 });
      await at.job(job);
      await expectInvariants(at, cell);
      await expectTruthfulEnd(at, applicant, false, cell);
    }),
  );
});

describe("the reconciler beside others (S11, T45)", () => {
  it("two runs at once clear each application once", () =>
    lanes.use(async (at) => {
      for (let many = 0; many < 3; many += 1) await brokenOff(at);
      const runs = (await Promise.all([at.job(job), at.job(job)])) as { abandoned: number }[];
      expect(runs.reduce((sum, { abandoned }) => sum + abandoned, 0)).toBe(3);
      await expectInvariants(at, "two runs");
    }));

  it("one application that cannot be cleared keeps no other one waiting (T47)", () =>
    lanes.use(async (at) => {
      for (let many = 0; many < 6; many += 1) await brokenOff(at);
      const [stuck] = (await at.rows.all("flows")).filter(({ status }) => status === "CREATING");
      const isStuck = ({ name, body }: { name: string; body: string }) =>
        name === "cognito.AdminDeleteUser" && body.includes(String(stuck?.userId));
      at.lane.fault({ mode: "busy", at: isStuck, nth: "every" });
      await expect(at.job(job)).rejects.toThrow("1 of what was due could not be done");
      const held = (await at.rows.all("claims")).filter(({ state }) => state === "HELD");
      expect(new Set(held.map(({ flowId }) => flowId))).toEqual(new Set([stuck?.flowId]));
      at.lane.mend();
      at.service.clock.advanceBy({ minutes: 5 });
      await at.job(job);
      await expectInvariants(at, "after the next run");
    }));

  it("an S8 that comes after the fence makes nothing ACTIVE, and the person is told to start again", () =>
    lanes.use(async (at) => {
      const applicant = new Applicant(at, await at.newcomer());
      const s8 = "dynamodb.TransactWriteItems accounts+audit+claims+flows+messages";
      at.lane.fault({ mode: "meanwhile", at: s8, act: () => sixteenMinutesLater(at) });
      expect(await applicant.goOn(0)).toMatchObject({ done: false, code: "registration-expired" });
      await expectTruthfulEnd(at, applicant, false, "late S8");
    }));

  it("an S8 that comes between the fence and the freeing makes nothing ACTIVE either", () =>
    lanes.use(async (at) => {
      const applicant = new Applicant(at, await at.newcomer());
      const fenceOnly = async () => {
        at.lane.fault({ mode: "crash", at: "dynamodb.UpdateItem flows", during: job });
        await sixteenMinutesLater(at).catch(() => undefined);
        at.lane.mend();
      };
      const s8 = "dynamodb.TransactWriteItems accounts+audit+claims+flows+messages";
      at.lane.fault({ mode: "meanwhile", at: s8, act: fenceOnly });
      expect(await applicant.goOn(0)).toMatchObject({ done: false, code: "registration-expired" });
      await expectTruthfulEnd(at, applicant, false, "S8 after the fence");
    }));

  it("an S6 that comes after the fence leaves a user for no longer than to the next run", () =>
    lanes.use(async (at) => {
      const applicant = new Applicant(at, await at.newcomer());
      at.lane.fault({ mode: "meanwhile", at: "cognito.AdminCreateUser", act: () => sixteenMinutesLater(at) });
      expect(await applicant.goOn(0)).toMatchObject({ done: false, code: "registration-expired" });
      at.service.clock.advanceBy({ minutes: 5 });
      await at.job(job);
      await expectInvariants(at, "late S6");
      await expectTruthfulEnd(at, applicant, false, "late S6");
    }));

  it("an application that goes on between being found late and being fenced is not cut off", () =>
    lanes.use(async (at) => {
      const applicant = new Applicant(at, await at.newcomer());
      for (const step of ["identity", "consent", "account", "send", "check"] as const) await applicant.press(step);
      at.service.clock.advanceBy({ minutes: 16 });
      const finish = async () => expect(await applicant.goOn(0, "complete")).toMatchObject({ done: true });
      at.lane.fault({ mode: "meanwhile", at: "dynamodb.UpdateItem flows", during: job, act: finish });
      await at.job(job);
      await expectTruthfulEnd(at, applicant, true, "finished in time");
    }));

  it.each(["before", "after", "crash"] as const)(
    "starting over with a fault (%s) frees name and person within 16 minutes (T44)",
    (mode) =>
      lanes.use(async (at) => {
        for (const nth of [1, 2, 3]) {
          const applicant = new Applicant(at, await at.newcomer());
          for (const step of ["identity", "consent", "account"] as const) await applicant.press(step);
          const route = "POST /api/register/restart";
          at.lane.during = route;
          const isNth = ({ name }: { name: string }) => /(UpdateItem flows|DeleteItem claims)$/.test(name);
          at.lane.fault({ mode, at: isNth, during: route, nth });
          await applicant.browser.call(route, {});
          at.lane.mend();
          await expectTruthfulEnd(at, applicant, false, `${mode} ${nth}`);
        }
      }),
  );

  it("a name given up for another is free again after 16 minutes, even when the freeing was lost (T44)", () =>
    lanes.use(async (at) => {
      const [first, second] = [at.freshName(), at.freshName()];
      const applicant = new Applicant(at, await at.newcomer(), first);
      for (const step of ["identity", "consent", "account"] as const) await applicant.press(step);
      at.lane.fault({ mode: "before", at: "dynamodb.DeleteItem claims" });
      await apply.account(applicant.browser, { accountName: second, email: applicant.email });
      at.lane.mend();
      at.service.clock.advanceBy({ minutes: 16 });
      const other = new Applicant(at, await at.newcomer(), first);
      expect(await other.goOn(0)).toMatchObject({ done: true });
    }));

  async function sixteenMinutesLater(at: RegistrationLane): Promise<void> {
    at.service.clock.advanceBy({ minutes: 16 });
    await at.job(job);
  }
});
