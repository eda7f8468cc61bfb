import { expect } from "vitest";
import type { RouteKey } from "../../functions/contract/routes.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { goodPassword, signIn, solvedCaptcha } from "../service/people.ts";
import { activationMail, joining, newAttempt, publicForm } from "../service/public-people.ts";
import { cellsOf } from "./cells.ts";
import { expectInvariants, expectNothingUnsent } from "./invariants.ts";
import { type OnePress, pressOn } from "./one-fault.ts";
import type { RegistrationLane } from "./registration-lane.ts";

export const activateRoute = "POST /api/public/activate" satisfies RouteKey;
export const registerRoute = "POST /api/public/register" satisfies RouteKey;

const made = [
  { name: "CREATING", at: "dynamodb.TransactWriteItems claims+flows" },
  { name: "AdminCreateUser", at: "cognito.AdminCreateUser" },
  { name: "AdminSetUserPassword", at: "cognito.AdminSetUserPassword" },
];
const told = [
  { name: "the welcome mail", at: "ses.SendEmail" },
  { name: "the booking of the welcome", at: "dynamodb.UpdateItem messages" },
];

/** Every call of a press on 啟用帳號, by the link and by the code. */
export const linkCells = cellsOf(activateRoute, [
  { name: "the read of the registration", at: "dynamodb.BatchGetItem flows" },
  { name: "the reserved try", at: "dynamodb.UpdateItem flows" },
  ...made,
  { name: "ACTIVE", at: "dynamodb.TransactWriteItems accounts+audit+claims+flows+messages" },
  ...told,
]);
export const codeCells = cellsOf(activateRoute, [
  { name: "the breaker", at: "dynamodb.BatchGetItem limits" },
  { name: "the reserved try with the code", at: "dynamodb.UpdateItem challenges" },
  ...made,
  { name: "ACTIVE", at: "dynamodb.TransactWriteItems accounts+audit+challenges+claims+flows+limits+messages" },
]);
/** Every call of a press on 註冊. */
export const registerCells = cellsOf(registerRoute, [
  { name: "the captcha", at: "dynamodb.PutItem once" },
  { name: "the count of the network", at: "dynamodb.UpdateItem limits" },
  { name: "whether it is taken", at: "dynamodb.BatchGetItem claims" },
  { name: "the registration", at: "dynamodb.TransactWriteItems flows" },
  { name: "code and mail", at: "dynamodb.TransactWriteItems challenges+flows+limits+messages" },
]);

/** Somebody with an address that nobody has had yet. */
export interface Joiner {
  readonly browser: Browser;
  readonly email: string;
  readonly attempt: string;
  readonly token: string;
  readonly code: string;
}

const newcomer = (at: RegistrationLane) => ({
  browser: at.browser(),
  email: `j${at.service.random(6)}@mail.test`,
  attempt: newAttempt(),
  token: "",
  code: "",
});

/** Registered, and the mail has arrived. */
export async function joiner(at: RegistrationLane): Promise<Joiner> {
  const who = newcomer(at);
  at.lane.during = "before the press";
  await joining.register(who.browser, who.email);
  const mail = await activationMail(at.service, who.email);
  at.lane.mend();
  return { ...who, ...mail };
}

/** The jobs a good while later, with nothing in their way. */
export async function sweep(at: RegistrationLane): Promise<void> {
  at.service.clock.advanceBy({ minutes: 16 });
  await at.job("reconcile-registrations");
  await at.job("send-messages");
}

export const byLink: OnePress<Joiner, Reply<typeof activateRoute>> = {
  start: joiner,
  press: (at, { browser, token }) => pressOn(at, activateRoute, () => joining.byLink(browser, token)),
  sweep,
  expectEnd: (at, who, reply, label) => expectEnd(at, who, reply !== undefined, label),
};

export const byCode: typeof byLink = {
  ...byLink,
  press: (at, { browser, code, attempt }) =>
    pressOn(at, activateRoute, () => joining.byCode(browser, code, goodPassword, attempt)),
};

/** One press on 註冊, each with a captcha of its own, and a minute after the one before: a mail may have gone whose answer never came. In the end whoever was told that a mail is under way activates by it. */
export const registering: OnePress<Joiner, Reply<typeof registerRoute>> = {
  start: async (at) => newcomer(at),
  async press(at, { browser, email }) {
    at.lane.during = "before the press";
    at.service.clock.advanceBy({ seconds: 60 });
    const captcha = await solvedCaptcha(browser, "public-register");
    return pressOn(at, registerRoute, () => browser.call(registerRoute, { ...publicForm, email, captcha }));
  },
  sweep: (at) => at.job("send-messages") as Promise<void>,
  async expectEnd(at, who, reply, label) {
    if (reply !== undefined) {
      const { token } = await activationMail(at.service, who.email);
      expect((await joining.byLink(who.browser, token)).status, label).toBe(200);
    }
    await sweep(at);
    await expectEnd(at, who, reply !== undefined, label);
  },
};

/** The truth when all is over: an account that can be signed in to, or an address that is free; who was told "done" has one. */
export async function expectEnd(
  at: RegistrationLane,
  { email }: Pick<Joiner, "email">,
  toldDone: boolean,
  label: string,
): Promise<void> {
  at.lane.during = "afterwards";
  await expectInvariants(at, label);
  await expectNothingUnsent(at, label);
  const { status } = await signIn(at.browser(), email);
  const exists = status === 200;
  if (toldDone) expect(exists, `${label}: was told done`).toBe(true);
  const welcomes = at.service.sent(email).filter(({ text }) => text?.includes("已建立"));
  expect(new Set(welcomes.map(({ text }) => text)).size, `${label}: welcome`).toBe(exists ? 1 : 0);
  if (exists) return;
  // Free for whoever has the mailbox, once more from the start; by now no limit of an hour is in the way.
  at.service.clock.advanceBy({ hours: 1 });
  const browser = at.browser();
  await joining.register(browser, email);
  const { token } = await activationMail(at.service, email);
  expect((await joining.byLink(browser, token)).status, `${label}: once more`).toBe(200);
  await expectInvariants(at, `${label}: once more`);
}
