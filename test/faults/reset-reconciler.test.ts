import { describe, expect, it } from "vitest";
import { grantTo, newPassword, reset, userIdOf } from "../reset-password/holder.ts";
import { apply, goodPassword, signIn } from "../service/people.ts";
import { jobCellsOf } from "./cells.ts";
import { type RegistrationLane, startRegistrationLanes } from "./registration-lane.ts";
import { resetRoute } from "./reset-cells.ts";
import { expectResetEnd, press, type Resetter, resetter, sweep } from "./reset-lane.ts";

const lanes = await startRegistrationLanes(3);
const job = "reconcile-resets";
const run = (at: RegistrationLane) => {
  at.lane.during = job;
  return at.service.jobs({ job }) as Promise<{ abandoned: number }>;
};

/** A reset whose handler died before or after the vault had the new password, ten minutes and a second ago. */
async function brokenOff(at: RegistrationLane, mode: "before" | "crash" = "crash"): Promise<Resetter> {
  const who = await resetter(at);
  at.lane.fault({ mode, at: "cognito.AdminSetUserPassword", during: resetRoute, nth: "every" });
  expect((await press(at, who))?.status).not.toBe(200);
  at.lane.mend();
  at.service.clock.advanceBy({ minutes: 10, seconds: 1 });
  return who;
}

const steps = {
  "the query of what is due": { at: "dynamodb.Query flows" },
  "the read of the grant": { at: "dynamodb.BatchGetItem flows" },
  "giving up": { at: "dynamodb.TransactWriteItems accounts+flows" },
};
const cells = jobCellsOf(steps);

describe.concurrent("the job that finishes interrupted resets, with one fault (T45)", () => {
  it.each(cells)("$cell: the next run leaves nothing behind", ({ cell, rule }) =>
    lanes.use(async (at) => {
      const who = await brokenOff(at);
      const armed = at.lane.fault({ ...rule, during: job });
      await run(at).catch(() => undefined);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      at.lane.mend();
      await sweep(at, 5);
      await expectResetEnd(at, who, false, cell);
    }),
  );
});

describe("the job beside others (T17, T45)", () => {
  it.each([
    ["before", goodPassword],
    ["crash", newPassword],
  ] as const)("broke off (%s): afterwards one password works, and sessions begun meanwhile do not", (mode, password) =>
    lanes.use(async (at) => {
      const who = await brokenOff(at, mode);
      const meanwhile = at.browser();
      expect((await signIn(meanwhile, who.accountName, password)).status).toBe(200);
      expect(await run(at)).toEqual({ abandoned: 1 });
      expect((await meanwhile.call("GET /api/session")).body.signedIn).toBe(false);
      await sweep(at, 5);
      await expectResetEnd(at, who, false, mode);
    }),
  );

  it("two runs at once give each reset up once", () =>
    lanes.use(async (at) => {
      for (let many = 0; many < 3; many += 1) await brokenOff(at);
      const runs = await Promise.all([run(at), run(at)]);
      expect(runs.reduce((sum, { abandoned }) => sum + abandoned, 0)).toBe(3);
    }));

  it("one that cannot be cleared keeps no other one waiting (T47)", () =>
    lanes.use(async (at) => {
      const broken: Resetter[] = [];
      for (let many = 0; many < 4; many += 1) broken.push(await brokenOff(at));
      const [stuck] = broken;
      const isStuck = ({ name, body }: { name: string; body: string }) =>
        name === steps["giving up"].at && body.includes(String(stuck?.userId));
      at.lane.fault({ mode: "busy", at: isStuck, nth: "every" });
      await expect(run(at)).rejects.toThrow("1 of what was due could not be done");
      at.lane.mend();
      expect(await run(at)).toEqual({ abandoned: 1 });
    }));

  it("an application given up and a reset given up do not meet in each other's job", () =>
    lanes.use(async (at) => {
      const who = await brokenOff(at);
      const browser = at.browser();
      await apply.identity(browser, await at.newcomer());
      await apply.consent(browser);
      await apply.account(browser, { accountName: at.freshName(), email: "left@mail.test" });
      at.service.clock.advanceBy({ minutes: 16 });
      expect(await at.job("reconcile-registrations")).toEqual({ abandoned: 1 });
      expect(await run(at)).toEqual({ abandoned: 1 });
      await sweep(at, 5);
      await expectResetEnd(at, who, false, "side by side");
    }));

  it("a new reset between the finding and the giving up of an old one goes through", () =>
    lanes.use(async (at) => {
      const who = await resetter(at);
      at.service.clock.advanceBy({ minutes: 5 });
      at.lane.fault({ mode: "crash", at: "cognito.AdminSetUserPassword", during: resetRoute });
      await press(at, who);
      at.lane.mend();
      at.service.clock.advanceBy({ minutes: 10, seconds: 1 });
      expect((await press(at, who))?.body.code).toBe("reset-grant-missing");
      const again = await grantTo(at.service, who.accountName, at.browser());
      const act = async () => void expect((await reset(again)).status).toBe(200);
      at.lane.fault({ mode: "meanwhile", at: steps["giving up"].at, during: job, act });
      await run(at);
      expect((await signIn(at.browser(), who.accountName, newPassword)).status).toBe(200);
    }));

  it("an R3 that comes after the reset was given up ends every session once more", () =>
    lanes.use(async (at) => {
      const who = await resetter(at);
      const thief = at.browser();
      const act = async () => {
        at.service.clock.advanceBy({ minutes: 10, seconds: 1 });
        expect(await run(at)).toEqual({ abandoned: 1 });
        expect((await signIn(thief, who.accountName, goodPassword)).status).toBe(200);
      };
      at.lane.fault({ mode: "meanwhile", at: "cognito.AdminSetUserPassword", during: resetRoute, act });
      expect((await press(at, who))?.status).toBe(200);
      expect((await thief.call("GET /api/session")).body.signedIn).toBe(false);
      await sweep(at, 5);
      await expectResetEnd(at, who, true, "late R3");
    }));
});

describe("R1, the opening of a grant (T45)", () => {
  it.each([
    ["one answer is lost after its effect", { mode: "after", tries: "one" }],
    ["it runs twice", { mode: "dup" }],
  ] as const)("%s: one grant, and it works", (_, fault) =>
    lanes.use(async (at) => {
      const { accountName } = await resetter(at);
      at.lane.fault({ ...fault, at: "dynamodb.PutItem flows" });
      const browser = await grantTo(at.service, accountName, at.browser());
      const userId = await userIdOf(at.service, accountName);
      const grants = (await at.rows.all("flows")).filter((row) => row.kind === "reset" && row.userId === userId);
      expect(grants).toHaveLength(2);
      expect((await reset(browser)).status).toBe(200);
    }),
  );

  it.each(["before", "after", "crash"] as const)("%s: nobody has a grant in hand, and nothing has changed", (mode) =>
    lanes.use(async (at) => {
      const who = await resetter(at);
      at.lane.fault({ mode, at: "dynamodb.PutItem flows" });
      const browser = at.browser();
      await expect(grantTo(at.service, who.accountName, browser)).rejects.toThrow();
      at.lane.mend();
      expect((await browser.call("GET /api/reset-password")).body).toEqual({ state: "none" });
      expect((await who.signedIn.call("GET /api/session")).body.signedIn).toBe(true);
    }),
  );
});
