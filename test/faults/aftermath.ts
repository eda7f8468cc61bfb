import { expect } from "vitest";
import { signIn } from "../service/people.ts";
import { Applicant } from "./applicant.ts";
import { expectInvariants, expectNothingUnsent } from "./invariants.ts";
import type { RegistrationLane } from "./registration-lane.ts";

/** What is left a good while after a fault: the reconciler and the sweep have run, twice where the first was struck itself. */
export async function cleanUp(at: RegistrationLane): Promise<void> {
  at.service.clock.advanceBy({ minutes: 16 });
  await at.job("reconcile-registrations");
  await at.job("send-messages");
}

/** INV and the truth of §5.1: the name is an account that can be signed in to, or free for somebody else; who was told "done" has one. */
export async function expectTruthfulEnd(
  at: RegistrationLane,
  applicant: Applicant,
  toldDone: boolean,
  label: string,
): Promise<void> {
  await cleanUp(at);
  await expectInvariants(at, label);
  await expectNothingUnsent(at, label);
  expectSameMessages(at, applicant, label);

  const exists = (await at.rows.all("accounts")).some((row) => row.accountName === applicant.accountName);
  if (toldDone) expect(exists, `${label}: was told done`).toBe(true);
  at.lane.during = "sign-in";
  const { status } = await signIn(at.browser(), applicant.accountName, applicant.password);
  expect(status, `${label}: sign-in`).toBe(exists ? 200 : 401);

  const second = new Applicant(at, await at.newcomer(), applicant.accountName);
  at.lane.calls.length = 0;
  const outcome = await second.goOn(0);
  if (exists) {
    expect(outcome, label).toMatchObject({ done: false, step: "account", code: "account-name-taken" });
    expect(
      at.lane.names().filter((name) => name.startsWith("cognito.")),
      label,
    ).toEqual([]);
  } else {
    expect(outcome, label).toMatchObject({ done: true, repeats: 0 });
  }
  await expectInvariants(at, `${label}: after a second application`);
}

/** F3: a message may come twice, but always says the same; an account is never without its welcome. */
function expectSameMessages({ service }: RegistrationLane, applicant: Applicant, label: string): void {
  for (const to of [applicant.email, `+886${applicant.mobile.slice(1)}`]) {
    const said = service.sent(to).map(({ subject, text }) => `${subject}\n${text}`);
    const kinds = new Set(said.map((text) => (text.includes("已建立") ? "welcome" : "code")));
    expect(new Set(said).size, `${label}: ${to}`).toBe(kinds.size);
  }
}
