import { describe, expect, it } from "vitest";
import { fixedRandom, type Random } from "../../lib/local/seed/random.ts";
import { Applicant } from "./applicant.ts";
import { expectInvariants, expectNothingUnsent } from "./invariants.ts";
import type { FaultRule, Mode } from "./lane.ts";
import { type RegistrationLane, startRegistrationLanes } from "./registration-lane.ts";
import { rule, sagaSteps } from "./saga-steps.ts";

const seed = 20_261_121;
const pairs = 200;
const perTest = 20;
const lanes = await startRegistrationLanes(3);

const modes: readonly Mode[] = ["before", "cut", "after", "broken-answer", "dup", "crash"];
const jobCalls = [
  "dynamodb.Query flows",
  "dynamodb.UpdateItem flows",
  "cognito.AdminDeleteUser",
  "dynamodb.DeleteItem claims",
  "dynamodb.UpdateItem messages",
];

interface Pair {
  readonly rules: readonly FaultRule[];
  /** How often the person presses a button again that failed. */
  readonly patience: number;
  readonly label: string;
}

const drawn = drawPairs(fixedRandom(seed));

describe.concurrent(`registration with two faults (T45, §5.1; seed ${seed})`, () => {
  it.each(
    Array.from({ length: pairs / perTest }, (_, index) => ({ from: index * perTest, to: (index + 1) * perTest })),
  )(
    "pairs $from to $to: an account or a free name, never half of one (I1, I2, I5)",
    { timeout: 120_000 },
    ({ from, to }) =>
      lanes.use(async (at) => {
        for (const pair of drawn.slice(from, to)) await livesThrough(at, pair);
      }),
  );
});

async function livesThrough(at: RegistrationLane, { rules, patience, label }: Pair): Promise<void> {
  const applicant = new Applicant(at, await at.newcomer());
  for (const fault of rules) at.lane.fault(fault);
  const outcome = await applicant.goOn(patience);
  // The first run of the jobs meets what is left of the faults, the second one none.
  at.service.clock.advanceBy({ minutes: 16 });
  for (const job of ["reconcile-registrations", "send-messages"] as const) await at.job(job).catch(() => undefined);
  at.lane.mend();
  at.service.clock.advanceBy({ minutes: 5 });
  for (const job of ["reconcile-registrations", "send-messages"] as const) await at.job(job);

  await expectInvariants(at, label);
  await expectNothingUnsent(at, label);
  const exists = (await at.rows.all("accounts")).some((row) => row.accountName === applicant.accountName);
  if (outcome.done || patience >= 2) expect({ exists, outcome }, label).toMatchObject({ exists: true });

  const second = new Applicant(at, await at.newcomer(), applicant.accountName);
  const { step, code } = await second.goOn(0);
  expect({ step, code }, label).toEqual(
    exists ? { step: "account", code: "account-name-taken" } : { step: "complete", code: undefined },
  );
}

function drawPairs(random: Random): Pair[] {
  return Array.from({ length: pairs }, (_, index) => {
    const rules = [draw(random), draw(random)];
    const patience = random.below(3);
    const told = rules.map(({ at, during, mode, tries }) => `${mode} (${tries}) at ${at} in ${during}`).join(", then ");
    return { rules, patience, label: `seed ${seed}, pair ${index}, patience ${patience}: ${told}` };
  });
}

function draw(random: Random): FaultRule {
  const struck = { mode: random.pick(modes), tries: random.pick(["one", "all"] as const), nth: 1 + random.below(2) };
  if (!random.chance(20)) return { ...rule(random.pick(sagaSteps)), ...struck, nth: 1 };
  const at = random.pick(jobCalls);
  return { at, during: at.endsWith("messages") ? "send-messages" : "reconcile-registrations", ...struck };
}
