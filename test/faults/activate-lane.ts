import { expect } from "vitest";
import { activate, activePassword, disable } from "../activate-account/disabled.ts";
import { accountIn, grantTo, isSignedIn, passwordsOf } from "../reset-password/holder.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { goodPassword, signIn } from "../service/people.ts";
import { type AccountHolder, accountHolder, expectNotices } from "./account-holder.ts";
import { activateRoute } from "./activate-cells.ts";
import { expectInvariants, expectNothingUnsent } from "./invariants.ts";
import { pressOn } from "./one-fault.ts";
import type { RegistrationLane } from "./registration-lane.ts";

/** Somebody whose account was disabled while they were signed in, and a code's grant in another browser. */
export interface Activator extends AccountHolder {
  readonly browser: Browser;
}

export async function activator(at: RegistrationLane): Promise<Activator> {
  const holder = await accountHolder(at);
  await disable(at.service, at.rows, holder.userId);
  const browser = await grantTo(at.service, holder.accountName, at.browser(), "code", "activate");
  at.lane.mend();
  return { ...holder, browser };
}

/** One press of 啟用帳號. */
export const press = (at: RegistrationLane, { browser }: Activator): Promise<Reply<typeof activateRoute> | undefined> =>
  pressOn(at, activateRoute, () => activate(browser));

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
  expectNotices(at, who, { word: "啟用", begun, label });
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
