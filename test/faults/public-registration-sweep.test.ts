import { describe, expect, it } from "vitest";
import { s3Pictures } from "../../functions/adapters/pictures.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { goodPassword, signIn } from "../service/people.ts";
import { joining } from "../service/public-people.ts";
import { jobCellsOf } from "./cells.ts";
import { expectInvariants } from "./invariants.ts";
import { activateRoute, byLink, expectEnd, type Joiner, joiner } from "./public-registration-lane.ts";
import { type RegistrationLane, startRegistrationLanes } from "./registration-lane.ts";

const lanes = await startRegistrationLanes(3);
const job = "reconcile-registrations";
const active = "dynamodb.TransactWriteItems accounts+audit+claims+flows+messages";

/** A handler that died between the vault's user and the profile, sixteen minutes ago. */
async function brokenOff(at: RegistrationLane): Promise<Joiner> {
  const who = await joiner(at);
  at.lane.fault({ mode: "crash", at: "cognito.AdminSetUserPassword", during: activateRoute });
  expect(await byLink.press(at, who)).toBeUndefined();
  at.lane.mend();
  at.service.clock.advanceBy({ minutes: 16 });
  return who;
}

async function sixteenMinutesLater(at: RegistrationLane): Promise<void> {
  at.service.clock.advanceBy({ minutes: 16 });
  await at.job(job);
}

const flowsOf = async ({ rows }: RegistrationLane) => (await rows.all("flows")).filter(({ kind }) => kind === "public");

const steps = {
  "a query of what is due": { at: "dynamodb.Query flows" },
  "the fence": { at: "dynamodb.UpdateItem flows" },
  AdminDeleteUser: { at: "cognito.AdminDeleteUser" },
  "freeing the address": { at: "dynamodb.DeleteItem claims" },
};
const cells = jobCellsOf(steps);

describe.concurrent("the sweep of registrations of 其他 with one fault (M20, S11, T45)", () => {
  it.each(cells)("$cell: the next run leaves nothing behind, and the address is free", ({ cell, rule }) =>
    lanes.use(async (at) => {
      const who = await brokenOff(at);
      const armed = at.lane.fault({ ...rule, during: job });
      await at.job(job).catch(() => undefined);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      at.lane.mend();
      at.service.clock.advanceBy({ minutes: 5 });
      await at.job(job);
      await expectEnd(at, who, false, cell);
    }),
  );
});

describe("the sweep of registrations of 其他 (M20)", () => {
  it("what nobody activated is given up after its day: what was told, the picture and the place in the index go", () =>
    lanes.use(async (at) => {
      const pictures = s3Pictures({ bucket: String(at.service.environment.PICTURE_BUCKET) });
      const before = new Set((await flowsOf(at)).map(({ flowId }) => flowId));
      await joiner(at);
      const own = async () => (await flowsOf(at)).find(({ flowId }) => !before.has(flowId))!;
      const picture = systemIds.id();
      await pictures.put(picture, new Uint8Array([1, 2, 3]));
      await at.rows.put("flows", { ...(await own()), picture });
      at.service.clock.advanceBy({ hours: 24 });
      await at.job(job);
      expect(await own()).toMatchObject({ status: "PENDING", picture });
      at.service.clock.advanceBy({ seconds: 1 });
      expect(await at.job(job)).toEqual({ abandoned: 1 });
      const { status, person, picture: left, dueShard, dueAt } = await own();
      expect({ status, person, left, dueShard, dueAt }).toEqual({ status: "ABANDONED" });
      expect(await pictures.find(picture)).toBeUndefined();
      expect(await at.job(job)).toEqual({ abandoned: 0 });
    }));

  it("不是我 after a press that broke off: the vault's user goes, and the address is free", () =>
    lanes.use(async (at) => {
      const who = await joiner(at);
      at.lane.fault({ mode: "crash", at: "cognito.AdminSetUserPassword", during: activateRoute });
      await byLink.press(at, who);
      at.lane.mend();
      expect((await joining.refuse(who.browser, who.token)).status).toBe(200);
      expect((await joining.byLink(who.browser, who.token)).body.code).toBe("activation-link");
      at.service.clock.advanceBy({ seconds: 61 });
      await at.job(job);
      await expectEnd(at, who, false, "refused");
    }));

  it("不是我 while the account is made: either there is one, or nobody is told so", () =>
    lanes.use(async (at) => {
      const who = await joiner(at);
      const act = async () => {
        expect((await joining.refuse(at.browser(), who.token)).status).toBe(200);
      };
      at.lane.fault({ mode: "meanwhile", at: active, act });
      expect((await byLink.press(at, who))?.body.code).toBe("activation-link");
      at.service.clock.advanceBy({ seconds: 61 });
      await at.job(job);
      await expectEnd(at, who, false, "refused meanwhile");
    }));

  it("a profile that comes after the fence is not made, and the person is told to start again", () =>
    lanes.use(async (at) => {
      const who = await joiner(at);
      at.lane.fault({ mode: "meanwhile", at: active, act: () => sixteenMinutesLater(at) });
      expect((await byLink.press(at, who))?.body.code).toBe("activation-link");
      at.service.clock.advanceBy({ minutes: 5 });
      await at.job(job);
      await expectEnd(at, who, false, "late profile");
    }));

  it("a vault's user that comes after the fence is there no longer than to the next run", () =>
    lanes.use(async (at) => {
      const who = await joiner(at);
      at.lane.fault({ mode: "meanwhile", at: "cognito.AdminCreateUser", act: () => sixteenMinutesLater(at) });
      expect((await byLink.press(at, who))?.body.code).toBe("activation-link");
      at.service.clock.advanceBy({ minutes: 5 });
      await at.job(job);
      await expectEnd(at, who, false, "late user");
    }));

  it("one whose handler died goes on within its day: the same link makes the account", () =>
    lanes.use(async (at) => {
      const who = await joiner(at);
      at.lane.fault({ mode: "crash", at: "cognito.AdminSetUserPassword", during: activateRoute });
      await byLink.press(at, who);
      at.lane.mend();
      at.service.clock.advanceBy({ minutes: 14 });
      await at.job(job);
      expect((await joining.byLink(who.browser, who.token)).status).toBe(200);
      await expectEnd(at, who, true, "went on");
    }));

  it("two runs at once give each up once", () =>
    lanes.use(async (at) => {
      for (let many = 0; many < 3; many += 1) await brokenOff(at);
      const runs = (await Promise.all([at.job(job), at.job(job)])) as { abandoned: number }[];
      expect(runs.reduce((sum, { abandoned }) => sum + abandoned, 0)).toBe(3);
      at.service.clock.advanceBy({ minutes: 5 });
      await at.job(job);
      await expectInvariants(at, "two runs");
    }));
});

describe("the last try with the password (M20, T45)", () => {
  it("is the person's own though its first answer is lost on the way", () =>
    lanes.use(async (at) => {
      const who = await joiner(at);
      for (let time = 1; time <= 4; time += 1) await joining.byLink(who.browser, who.token, "Wombat-2027-y");
      const armed = at.lane.fault({ mode: "after", tries: "one", at: "dynamodb.UpdateItem flows" });
      expect((await byLink.press(at, who))?.status).toBe(200);
      expect(armed.struck()).toBeGreaterThan(0);
      expect((await signIn(at.browser(), who.email, goodPassword)).status).toBe(200);
    }));
});
