import { expect } from "vitest";
import { activate, activePassword, disable } from "../activate-account/disabled.ts";
import { accountIn, grantTo, isSignedIn, passwordsOf, userIdOf } from "../reset-password/holder.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { goodPassword, signIn } from "../service/people.ts";
import { activateRoute } from "./activate-cells.ts";
import { Applicant } from "./applicant.ts";
import { expectInvariants, expectNothingUnsent } from "./invariants.ts";
import type { RegistrationLane } from "./registration-lane.ts";

/** Somebody with mail and mobile whose account was disabled while they were signed in, and a code's grant in another browser. */
export interface Activator {
  readonly accountName: string;
  readonly userId: string;
  readonly contacts: readonly string[];
  readonly signedIn: Browser;
  readonly browser: Browser;
}

export async function activator(at: RegistrationLane): Promise<Activator> {
  const applicant = new Applicant(at, await at.newcomer());
  const { accountName, email, mobile } = applicant;
  if (!(await applicant.goOn(0)).done) throw new Error("the account was not made");
  at.lane.during = "before the activation";
  const signedIn = at.browser();
  await signIn(signedIn, accountName);
  const userId = await userIdOf(at.service, accountName);
  await disable(at.service, at.rows, userId);
  const browser = await grantTo(at.service, accountName, at.browser(), "code", "activate");
  at.lane.mend();
  return { accountName, userId, contacts: [email, `+886${mobile.slice(1)}`], signedIn, browser };
}

/** One press of 啟用帳號; undefined when no answer ever came (the handler crashed). */
export async function press(
  at: RegistrationLane,
  { browser }: Activator,
): Promise<Reply<typeof activateRoute> | undefined> {
  at.lane.during = activateRoute;
  const reply = await activate(browser);
  const crashed = at.lane.crashed;
  at.lane.crashed = false;
  return crashed ? undefined : reply;
}

/**
 * The truth of §5.2 when all is over and the jobs have run: DONE means ACTIVE with the new password and nothing of what disabled it;
 * ABANDONED or OPEN means disabled, with no password that works, and its owner may start again. Told of what was begun, once.
 */
export async function expectActivationEnd(at: RegistrationLane, who: Activator, toldDone: boolean, label: string) {
  at.lane.during = "looking";
  await expectNothingUnsent(at, label);
  const [flows, audit, messages] = await Promise.all(
    (["flows", "audit", "messages"] as const).map((table) => at.rows.all(table)),
  );
  const grant = flows?.find(({ purpose, userId }) => purpose === "activate" && userId === who.userId);
  const status = String(grant?.status);
  const [begun, done] = [status !== "OPEN", status === "DONE"];
  if (toldDone) expect(status, label).toBe("DONE");
  expect(["OPEN", "DONE", "ABANDONED"], label).toContain(status);
  const account = await accountIn(at.rows, who.userId);
  expect(
    {
      status: account.status,
      disabledFor: account.disabledFor,
      held: account.holdUntil ?? "no",
      due: grant?.dueAt ?? "no",
      audit: audit?.filter(({ subject, event }) => subject === who.userId && event === "account.activated").length,
      notices: messages?.filter(({ messageId }) => messageId === grant?.flowId).length,
      sessionOfBefore: await isSignedIn(who.signedIn),
      signIns: await statusesOf(at, who.accountName),
    },
    label,
  ).toEqual({
    status: done ? "ACTIVE" : "DISABLED",
    disabledFor: done ? undefined : "manager",
    held: "no",
    due: "no",
    audit: begun ? 1 : 0,
    notices: begun ? 1 : 0,
    sessionOfBefore: false,
    signIns: done ? [401, 200] : [401, 401],
  });
  expectNotices(at, who, begun, label);
  if (!done) await startAgain(at, who, label);
  expect(await passwordsOf(at.service, who.userId, [goodPassword, activePassword]), label).toEqual([activePassword]);
  await expectInvariants(at, label);
}

/** With the password of before, then with the new one. */
async function statusesOf(at: RegistrationLane, accountName: string): Promise<number[]> {
  const old = await signIn(at.browser(), accountName);
  return [old.status, (await signIn(at.browser(), accountName, activePassword)).status];
}

/** Whatever broke off, a fresh grant enables the account. */
async function startAgain(at: RegistrationLane, { accountName }: Activator, label: string): Promise<void> {
  const browser = await grantTo(at.service, accountName, at.browser(), "code", "activate");
  expect((await activate(browser)).status, `${label}: started again`).toBe(200);
  expect(await statusesOf(at, accountName), `${label}: started again`).toEqual([401, 200]);
}

/** F3: told on every channel, perhaps twice where an answer was lost, and always in the same words. */
function expectNotices({ service }: RegistrationLane, { contacts }: Activator, begun: boolean, label: string): void {
  for (const to of contacts) {
    const said = service.sent(to).filter(({ text }) => text?.includes("啟用"));
    expect(new Set(said.map(({ text }) => text)).size, `${label}: ${to}`).toBe(begun ? 1 : 0);
  }
}
