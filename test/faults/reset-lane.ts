import { expect } from "vitest";
import { grantTo, isSignedIn, newPassword, passwordsOf, reset } from "../reset-password/holder.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { goodPassword, signIn } from "../service/people.ts";
import { type AccountHolder, accountHolder, expectNotices } from "./account-holder.ts";
import { expectInvariants, expectNothingUnsent } from "./invariants.ts";
import { pressOn } from "./one-fault.ts";
import type { RegistrationLane } from "./registration-lane.ts";
import { resetRoute } from "./reset-cells.ts";

/** Somebody who is signed in on one computer, and a county grant in the browser of another. */
export interface Resetter extends AccountHolder {
  readonly browser: Browser;
}

export async function resetter(at: RegistrationLane): Promise<Resetter> {
  const holder = await accountHolder(at);
  const browser = await grantTo(at.service, holder.accountName, at.browser());
  at.lane.mend();
  return { ...holder, browser };
}

/** One press of 重設密碼. */
export const press = (
  at: RegistrationLane,
  { browser }: Resetter,
  password = newPassword,
): Promise<Reply<typeof resetRoute> | undefined> => pressOn(at, resetRoute, () => reset(browser, password));

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
  expectNotices(at, who, { word: "密碼重設", begun, label });
  expect((await signIn(at.browser(), who.accountName, passwords[0])).status, `${label}: sign-in`).toBe(200);
}
