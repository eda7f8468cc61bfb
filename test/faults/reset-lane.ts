import { expect } from "vitest";
import { grantTo, isSignedIn, newPassword, passwordsOf, reset, userIdOf } from "../reset-password/holder.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { goodPassword, signIn } from "../service/people.ts";
import { Applicant } from "./applicant.ts";
import { expectInvariants, expectNothingUnsent } from "./invariants.ts";
import type { RegistrationLane } from "./registration-lane.ts";
import { resetRoute } from "./reset-cells.ts";

/** Somebody with an account, mail and mobile, signed in on one computer, and a county grant in the browser of another. */
export interface Resetter {
  readonly accountName: string;
  readonly userId: string;
  readonly contacts: readonly string[];
  readonly signedIn: Browser;
  readonly browser: Browser;
}

export async function resetter(at: RegistrationLane): Promise<Resetter> {
  const applicant = new Applicant(at, await at.newcomer());
  const { accountName, email, mobile } = applicant;
  if (!(await applicant.goOn(0)).done) throw new Error("the account was not made");
  at.lane.during = "before the reset";
  const signedIn = at.browser();
  await signIn(signedIn, accountName);
  const browser = await grantTo(at.service, accountName, at.browser());
  const userId = await userIdOf(at.service, accountName);
  at.lane.mend();
  return { accountName, userId, contacts: [email, `+886${mobile.slice(1)}`], signedIn, browser };
}

/** One press of 重設密碼; undefined when no answer ever came (the handler crashed). */
export async function press(
  at: RegistrationLane,
  { browser }: Resetter,
  password = newPassword,
): Promise<Reply<typeof resetRoute> | undefined> {
  at.lane.during = resetRoute;
  const reply = await reset(browser, password);
  const crashed = at.lane.crashed;
  at.lane.crashed = false;
  return crashed ? undefined : reply;
}

/** The jobs a good while later, with nothing in their way. */
export async function sweep(at: RegistrationLane, minutes = 16): Promise<void> {
  at.service.clock.advanceBy({ minutes });
  for (const job of ["reconcile-resets", "reconcile-registrations", "send-messages"] as const) {
    at.lane.during = job;
    await at.service.jobs({ job });
  }
}

/**
 * The truth of §5.2 when all is over: DONE means the new password, the lock of 24 hours, one audit record and one notice, and no session
 * of before; ABANDONED means one of the two passwords and no session of before; OPEN means that nothing happened at all.
 */
export async function expectResetEnd(at: RegistrationLane, who: Resetter, toldDone: boolean, label: string) {
  await expectInvariants(at, label);
  await expectNothingUnsent(at, label);
  const [accounts, flows, audit, messages] = await Promise.all(
    (["accounts", "flows", "audit", "messages"] as const).map((table) => at.rows.all(table)),
  );
  const account = accounts?.find(({ userId }) => userId === who.userId);
  const grant = flows?.find(({ kind, userId }) => kind === "reset" && userId === who.userId);
  const status = String(grant?.status);
  const begun = status !== "OPEN";
  if (toldDone) expect(status, label).toBe("DONE");
  expect(["OPEN", "DONE", "ABANDONED"], label).toContain(status);
  const passwords = await passwordsOf(at.service, who.userId, [goodPassword, newPassword]);
  expect(
    {
      passwords: passwords.length,
      isNew: status === "ABANDONED" ? "either" : passwords[0] === newPassword,
      audit: audit?.filter(({ subject, event }) => subject === who.userId && event === "password.reset").length,
      notices: messages?.filter(({ messageId }) => messageId === grant?.flowId).length,
      held: account?.holdUntil ?? "no",
      due: grant?.dueAt ?? "no",
      locked: account?.lockedUntil !== undefined,
      sessionOfBefore: await isSignedIn(who.signedIn),
    },
    label,
  ).toEqual({
    passwords: 1,
    isNew: status === "ABANDONED" ? "either" : status === "DONE",
    audit: begun ? 1 : 0,
    notices: begun ? 1 : 0,
    held: "no",
    due: "no",
    locked: status === "DONE",
    sessionOfBefore: !begun,
  });
  expectNotices(at, who, begun, label);
  expect((await signIn(at.browser(), who.accountName, passwords[0])).status, `${label}: sign-in`).toBe(200);
}

/** F3: told on every channel, perhaps twice where an answer was lost, and always in the same words. */
function expectNotices({ service }: RegistrationLane, { contacts }: Resetter, begun: boolean, label: string): void {
  for (const to of contacts) {
    const said = service.sent(to).filter(({ text }) => text?.includes("密碼重設"));
    expect(new Set(said.map(({ text }) => text)).size, `${label}: ${to}`).toBe(begun ? 1 : 0);
  }
}
