import { expect } from "vitest";
import type { RouteKey } from "../../functions/contract/routes.ts";
import { Applicant } from "../faults/applicant.ts";
import { expectNothingUnsent } from "../faults/invariants.ts";
import type { FaultRule } from "../faults/lane.ts";
import type { RegistrationLane } from "../faults/registration-lane.ts";
import { isSignedIn, userIdOf } from "../reset-password/holder.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { signIn } from "../service/people.ts";
import { look, pressNotMe, tokenTo } from "./desk.ts";

export const notMeRoute = "POST /api/not-me" satisfies RouteKey;

/** Every call that 不是我 makes, in its order. */
const steps = [
  { name: "the read of the account", at: "dynamodb.BatchGetItem accounts+once" },
  { name: "the taking away", at: "dynamodb.TransactWriteItems accounts+audit+cases+logouts+messages+once" },
  { name: "the look at the vault's half", at: "dynamodb.BatchGetItem accounts" },
  { name: "AdminDisableUser", at: "cognito.AdminDisableUser" },
  { name: "the booking of the vault's half", at: "dynamodb.UpdateItem accounts" },
  { name: "a mail", at: "ses.SendEmail" },
  { name: "the SMS of the notice", at: "sns.Publish" },
  { name: "the booking of a message", at: "dynamodb.UpdateItem messages" },
] as const;

const columns: Record<string, Pick<FaultRule, "mode" | "tries">> = {
  "all tries fail before their effect": { mode: "before" },
  "all answers are lost after their effect": { mode: "after" },
  "one answer is lost after its effect": { mode: "after", tries: "one" },
  "it runs twice": { mode: "dup" },
  "the handler crashes right after": { mode: "crash" },
};

export const notMeCells = steps.flatMap(({ name, ...step }) =>
  Object.entries(columns).map(([column, fault]) => ({
    cell: `${name}, ${column}`,
    fault: { ...fault, ...step, during: notMeRoute } satisfies FaultRule,
  })),
);

/** Somebody with mail and mobile, a thief signed in to their account, and a link. */
export interface Owner {
  readonly accountName: string;
  readonly userId: string;
  readonly contacts: readonly string[];
  readonly thief: Browser;
  readonly token: string;
}

export async function ownerAt(at: RegistrationLane): Promise<Owner> {
  const applicant = new Applicant(at, await at.newcomer());
  const { accountName, email, mobile } = applicant;
  if (!(await applicant.goOn(0)).done) throw new Error("the account was not made");
  at.lane.during = "before the press";
  const thief = at.browser();
  await signIn(thief, accountName);
  const userId = await userIdOf(at.service, accountName);
  const token = await tokenTo(at.service, userId);
  at.lane.mend();
  return { accountName, userId, contacts: [email, `+886${mobile.slice(1)}`], thief, token };
}

/** One press of 不是我; undefined when no answer ever came (the handler crashed). */
export async function press(at: RegistrationLane, { token }: Owner): Promise<Reply<typeof notMeRoute> | undefined> {
  at.lane.during = notMeRoute;
  const reply = await pressNotMe(at.browser(), token);
  const crashed = at.lane.crashed;
  at.lane.crashed = false;
  return crashed ? undefined : reply;
}

/** The jobs a good while later, with nothing in their way. */
export async function sweep(at: RegistrationLane): Promise<void> {
  at.service.clock.advanceBy({ minutes: 16 });
  at.lane.during = "sweep";
  for (const job of ["send-messages", "disable-idle"]) await at.service.jobs({ job });
}

/**
 * Frozen, with one case, one record of each kind, everybody told and no session; or not frozen, and nothing of it. Whoever was told
 * "frozen" is.
 */
export async function expectWhole(
  at: RegistrationLane,
  who: Owner,
  told: Reply<typeof notMeRoute>["body"] | undefined,
  label: string,
): Promise<void> {
  await expectNothingUnsent(at, label);
  const [accounts = [], audit = [], cases = []] = await Promise.all(
    (["accounts", "audit", "cases"] as const).map((table) => at.rows.all(table)),
  );
  const account = accounts.find(({ userId }) => userId === who.userId);
  const opened = cases.filter(({ userId }) => userId === who.userId);
  const frozen = account?.frozen === true;
  if (told !== undefined) expect(frozen, label).toBe(true);
  const one = frozen ? 1 : 0;
  expect(
    {
      status: account?.status,
      frozenCase: account?.frozenCase,
      epoch: account?.epoch,
      frozenRecords: audit.filter(({ subject, event }) => subject === who.userId && event === "account.frozen").length,
      cases: opened.length,
      caseRecords: audit.filter(({ subject }) => subject === `case#${opened[0]?.caseNumber}`).length,
      sessionOfBefore: await isSignedIn(who.thief),
      signIn: (await signIn(at.browser(), who.accountName)).status,
    },
    label,
  ).toEqual({
    status: frozen ? "DISABLED" : "ACTIVE",
    frozenCase: opened[0]?.caseNumber,
    epoch: one,
    frozenRecords: one,
    cases: one,
    caseRecords: one,
    sessionOfBefore: !frozen,
    signIn: frozen ? 401 : 200,
  });
  for (const to of who.contacts) {
    const said = at.service.sent(to).filter(({ text }) => /凍結/.test(text ?? ""));
    // Perhaps twice where an answer was lost, and always in the same words.
    expect(new Set(said.map(({ text }) => text)).size, `${label}: ${to}`).toBe(one);
  }
  const vault = (await at.rows.users(at.poolId)).find(({ username }) => username === who.userId);
  expect([vault?.enabled, account?.vaultOpen], label).toEqual([!frozen, undefined]);
  if (told !== undefined)
    expect((await look(at.browser(), told)).body, label).toMatchObject({ number: opened[0]?.caseNumber });
}
