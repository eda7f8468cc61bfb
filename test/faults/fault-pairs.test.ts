import { describe, expect, it } from "vitest";
import { fixedRandom, type Random } from "../../lib/local/seed/random.ts";
import { Applicant, type Outcome } from "./applicant.ts";
import { expectInvariants, expectNothingUnsent } from "./invariants.ts";
import type { FaultRule, Mode } from "./lane.ts";
import { type RegistrationLane, startRegistrationLanes } from "./registration-lane.ts";
import { rule, sagaSteps } from "./saga-steps.ts";

const seed = 20_261_121;
const pairs = 200;
const groupOf = 10;
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
const groups = Array.from({ length: pairs / groupOf }, (_, index) => ({
  from: index * groupOf,
  to: (index + 1) * groupOf,
}));

describe.concurrent(`registration with two faults (T45, §5.1; seed ${seed})`, () => {
  it.each(groups)("pairs $from to $to: an account or a free name, never half of one (I1, I2, I5)", ({ from, to }) =>
    lanes.use((at) => livesThrough(at, drawn.slice(from, to), `seed ${seed}, pairs ${from} to ${to}`)),
  );
});

/** The jobs run after every group and not after every pair: that is what a sweep is, and it keeps the calls few. */
async function livesThrough(at: RegistrationLane, group: readonly Pair[], label: string): Promise<void> {
  const lived: { pair: Pair; applicant: Applicant; outcome: Outcome }[] = [];
  for (const pair of group) {
    const applicant = new Applicant(at, await at.newcomer());
    for (const fault of pair.rules) at.lane.fault(fault);
    lived.push({ pair, applicant, outcome: await applicant.goOn(pair.patience) });
    at.lane.mend();
  }
  // The first run of the jobs meets the faults that were drawn for them, the second one none.
  for (const { rules } of group) for (const fault of rules) at.lane.fault(fault);
  at.service.clock.advanceBy({ minutes: 16 });
  for (const job of ["reconcile-registrations", "send-messages"] as const) await at.job(job).catch(() => undefined);
  at.lane.mend();
  at.service.clock.advanceBy({ minutes: 5 });
  for (const job of ["reconcile-registrations", "send-messages"] as const) await at.job(job);

  await expectInvariants(at, label);
  await expectNothingUnsent(at, label);
  const accounts = new Set((await at.rows.all("accounts")).map(({ accountName }) => accountName));
  for (const { pair, applicant, outcome } of lived) {
    const exists = accounts.has(applicant.accountName);
    // Two faults cannot outlast who presses twice more; who was told that it is done has an account.
    if (outcome.done || pair.patience >= 2) expect({ exists, outcome }, pair.label).toMatchObject({ exists: true });
    const second = new Applicant(at, await at.newcomer(), applicant.accountName);
    const { step, code } = await second.goOn(0);
    const truth = exists ? { step: "account", code: "account-name-taken" } : { step: "complete", code: undefined };
    expect({ step, code }, pair.label).toEqual(truth);
  }
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
