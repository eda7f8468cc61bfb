import { expect } from "vitest";
import type { RouteKey } from "../../functions/contract/routes.ts";
import { type AccountHolder, accountHolder, expectNotices } from "../faults/account-holder.ts";
import { cellsOf } from "../faults/cells.ts";
import { expectNothingUnsent } from "../faults/invariants.ts";
import { pressOn } from "../faults/one-fault.ts";
import type { RegistrationLane } from "../faults/registration-lane.ts";
import { isSignedIn } from "../reset-password/holder.ts";
import type { Reply } from "../service/browser.ts";
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

export const notMeCells = cellsOf(notMeRoute, steps);

/** Somebody in whose account a thief is signed in, and a link. */
export interface Owner extends AccountHolder {
  readonly token: string;
}

export async function ownerAt(at: RegistrationLane): Promise<Owner> {
  const holder = await accountHolder(at);
  const token = await tokenTo(at.service, holder.userId);
  at.lane.mend();
  return { ...holder, token };
}

/** One press of 不是我. */
export const press = (at: RegistrationLane, { token }: Owner): Promise<Reply<typeof notMeRoute> | undefined> =>
  pressOn(at, notMeRoute, () => pressNotMe(at.browser(), token));

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
  told: Reply<typeof notMeRoute> | undefined,
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
      sessionOfBefore: await isSignedIn(who.signedIn),
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
  expectNotices(at, who, { word: "凍結", begun: frozen, label });
  const vault = (await at.rows.users(at.poolId)).find(({ username }) => username === who.userId);
  expect([vault?.enabled, account?.vaultOpen], label).toEqual([!frozen, undefined]);
  if (told !== undefined)
    expect((await look(at.browser(), told.body)).body, label).toMatchObject({ number: opened[0]?.caseNumber });
}
