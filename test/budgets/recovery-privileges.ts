import { expect } from "vitest";
import type { FunctionName } from "../../functions/contract/functions.ts";
import { activate, disable } from "../activate-account/disabled.ts";
import { look, open, pressNotMe, tokenTo } from "../contact-us/desk.ts";
import { importPlaces, type RosterPlace, registeredAs, rosterPerson } from "../default-passwords/class.ts";
import { issue, issuedTo, tryDefault, wrongOne } from "../default-passwords/issued.ts";
import type { Lane } from "../faults/lane.ts";
import type { Rows } from "../faults/rows.ts";
import { ask as askForAccount } from "../forgot-account/asking.ts";
import { accountIn, changeAccount, grantTo, reset, userIdOf } from "../reset-password/holder.ts";
import { sendPersonalData } from "../reset-password/personal-data.ts";
import type { Browser } from "../service/browser.ts";
import { apply, codeSentTo, enrol } from "../service/people.ts";
import type { Service } from "../service/service.ts";
import { ask, check, other } from "../verify-code/forgetful.ts";

/** What a journey runs over: each thing done through `booked` or a booked browser counts for its function. `rows` are past the proxy. */
export interface Booking {
  readonly service: Service;
  readonly lane: Lane;
  readonly rows: Rows;
  booked<T>(name: FunctionName, run: () => Promise<T>): Promise<T>;
  bookedBrowser(): Browser;
}

interface Holder {
  readonly place: RosterPlace;
  readonly accountName: string;
  readonly userId: string;
  readonly email: string;
}

/** Everything that getting back in asks of AWS, with what its jobs do. A year has gone by afterwards. */
export async function gettingBackIn(at: Booking): Promise<void> {
  const [first, second, leaver] = await newClass(at);
  await forgottenAccount(at, first);
  await byCode(at, first);
  await byPersonalData(at, second);
  await byDefaultPassword(at, second);
  await activations(at, first, second);
  await casesAndLooks(at);
  await mailsThatCameBack(at);
  await notMe(at, first, second);
  await rolesThatEnd(at, first, leaver);
  await idleForAYear(at);
}

const jobs = (at: Booking, event: object): Promise<unknown> => at.booked("jobs", () => at.service.jobs(event));
const send = (at: Booking) => jobs(at, { job: "send-messages" });
const statusOf = async (reply: Promise<{ status: number }>) => (await reply).status;
const broken = { mode: "before", nth: "every" } as const;

/** Three pupils of one class, each with an account, a mail address and no mobile. */
async function newClass(at: Booking): Promise<[Holder, Holder, Holder]> {
  const places = [rosterPerson(), rosterPerson({ seat: "2" }), rosterPerson({ seat: "3" })] as const;
  await at.booked("jobs", () => importPlaces(at.service, places));
  const holder = async (place: RosterPlace): Promise<Holder> => {
    const accountName = await registeredAs(at.service, place);
    const userId = await userIdOf(at.service, accountName);
    return { place, accountName, userId, email: `${accountName}@mail.test` };
  };
  const [first, second, third] = places;
  return [await holder(first), await holder(second), await holder(third)];
}

/** M41: one who is found and told of it, and an ID of nobody. */
async function forgottenAccount(at: Booking, { place }: Holder): Promise<void> {
  const browser = at.bookedBrowser();
  expect((await askForAccount(browser, place.personId)).body).toMatchObject({ outcome: "shown" });
  expect((await askForAccount(browser, `${place.personId}-nobody`)).body).toEqual({ outcome: "not-found" });
  await send(at);
}

/** M45: a wrong code, the right one, the new password; and the same at a mailbox nobody has. */
async function byCode(at: Booking, { accountName, email }: Holder): Promise<void> {
  const browser = at.bookedBrowser();
  expect(await statusOf(ask(at.bookedBrowser(), "nobody.has.this"))).toBe(200);
  const code = await codeFor(at, browser, { accountName, email }, "reset");
  expect(await statusOf(check(browser, other(code)))).toBe(422);
  expect(await statusOf(check(browser, code))).toBe(200);
  expect(await statusOf(browser.call("GET /api/reset-password"))).toBe(200);
  expect(await statusOf(reset(browser, "Numbat-2026-x"))).toBe(200);
}

async function codeFor(
  at: Booking,
  browser: Browser,
  { accountName, email }: Pick<Holder, "accountName" | "email">,
  purpose: "reset" | "activate",
): Promise<string> {
  at.service.clock.advanceBy({ seconds: 61 });
  expect(await statusOf(ask(browser, accountName, purpose))).toBe(200);
  await send(at);
  return codeSentTo(at.service, email);
}

/** M48. */
async function byPersonalData(at: Booking, { place }: Holder): Promise<void> {
  const browser = at.bookedBrowser();
  const person = personOf(place);
  expect(await statusOf(sendPersonalData(browser, { ...person, name: "別人" }))).toBe(422);
  expect(await statusOf(sendPersonalData(browser, person))).toBe(200);
  expect(await statusOf(reset(browser, "Bilby-2026-x"))).toBe(200);
}

const personOf = ({ role, name, personId, school, level }: RosterPlace) => ({
  role,
  name,
  personId,
  school: { code: school, level },
});

/** M49, M95: issued for a class and for one account. */
async function byDefaultPassword(at: Booking, { place, accountName }: Holder): Promise<void> {
  const { school, level, grade } = place;
  const ofJobs = { jobs: (event: unknown) => at.booked("jobs", () => at.service.jobs(event)) };
  const { issued } = await issue(ofJobs, { class: { school, level, grade, class: place.class } });
  expect(issued).toHaveLength(3);
  at.service.clock.advanceBy({ days: 1, minutes: 1 });
  const paper = await issuedTo(ofJobs, accountName);
  const browser = at.bookedBrowser();
  expect(await statusOf(tryDefault(browser, accountName, wrongOne))).toBe(422);
  expect(await statusOf(tryDefault(browser, accountName, paper))).toBe(200);
  expect(await statusOf(reset(browser, "Potoroo-2026-x"))).toBe(200);
}

/** M55: by code and by personal data, and one that breaks off between the profile and the vault. */
async function activations(at: Booking, first: Holder, second: Holder): Promise<void> {
  for (const { userId } of [first, second]) await disable(at.service, at.rows, userId);
  const byMail = at.bookedBrowser();
  const code = await codeFor(at, byMail, first, "activate");
  expect(await statusOf(check(byMail, code, "activate"))).toBe(200);
  expect(await statusOf(byMail.call("GET /api/activate"))).toBe(200);
  expect(await statusOf(activate(byMail))).toBe(200);

  const byData = at.bookedBrowser();
  const person = personOf(second.place);
  expect(await statusOf(sendPersonalData(byData, { ...person, name: "別人" }, "activate"))).toBe(422);
  expect(await statusOf(sendPersonalData(byData, person, "activate"))).toBe(200);
  at.lane.fault({ ...broken, at: "cognito.AdminEnableUser" });
  expect(await statusOf(activate(byData))).toBeGreaterThanOrEqual(500);
  at.lane.mend();
  at.service.clock.advanceBy({ minutes: 21 });
  expect(await jobs(at, { job: "reconcile-resets" })).toEqual({ abandoned: 1 });
  const again = await grantTo(at.service, second.accountName, at.bookedBrowser(), "code", "activate");
  expect(await statusOf(activate(again))).toBe(200);
}

/** M70: twice to one address, a wrong captcha, and the status with a wrong and the right code. */
async function casesAndLooks(at: Booking): Promise<void> {
  const browser = at.bookedBrowser();
  const { status, body } = await open(browser);
  expect([status, body.mailed]).toEqual([200, true]);
  expect((await open(browser)).body.mailed).toBe(false);
  at.service.clock.advanceBy({ minutes: 2 });
  expect((await open(browser)).body.mailed).toBe(true);
  expect((await open(browser, { captcha: { token: "x", digits: "123" } })).body.code).toBe("captcha-wrong");
  expect((await look(browser, { ...body, code: "AAAAAAAA" })).body.code).toBe("case-not-found");
  expect(await statusOf(look(browser, body))).toBe(200);
}

/** T48: what became of the last code, and an address that is not there. */
async function mailsThatCameBack(at: Booking): Promise<void> {
  const [person] = await at.booked("jobs", () => enrol(at.service));
  const email = `back${at.service.random()}@mail.test`;
  const browser = at.bookedBrowser();
  await apply.identity(browser, person!);
  await apply.consent(browser);
  await apply.account(browser, { accountName: `u${at.service.random(5)}`, email });
  const before = await messageIds(at);
  await apply.send(browser);
  expect((await browser.call("GET /api/verify-code/delivery")).body.sentTo).toMatchObject([{ state: "accepted" }]);
  const [messageId, ...more] = (await messageIds(at)).filter((id) => !before.includes(id));
  expect(more).toEqual([]);
  expect(await jobs(at, { job: "mail-event", messageId, happened: "bounced-for-good" })).toEqual({ booked: true });
  await jobs(at, { job: "forget-bounce", email });
}

const messageIds = async ({ rows }: Booking) => (await rows.all("messages")).map(({ messageId }) => messageId);

/** 不是我: frozen; and one whose account is at that moment given another epoch, as enabling it does. */
async function notMe(at: Booking, first: Holder, second: Holder): Promise<void> {
  expect(await statusOf(pressNotMe(at.bookedBrowser(), await tokenTo(at.service, first.userId)))).toBe(200);
  const token = await tokenTo(at.service, second.userId);
  enabledMeanwhile(at, second.userId);
  expect(await statusOf(pressNotMe(at.bookedBrowser(), token))).toBe(200);
  expect(at.lane.names()).toContain("cognito.AdminEnableUser");
  at.lane.mend();
}

/** While the vault is closed its owner begins to enable the account (R2), past the proxy. */
export function enabledMeanwhile({ lane, rows }: Booking, userId: string): void {
  const act = async () => {
    const { epoch } = await accountIn(rows, userId);
    await changeAccount(rows, userId, { status: "ACTIVE", frozen: false, epoch: Number(epoch) + 1 });
  };
  lane.mend();
  lane.fault({ mode: "meanwhile", at: "cognito.AdminDisableUser", act });
}

/** M4: the only place of one, and one of two places of another. */
async function rolesThatEnd(at: Booking, moved: Holder, leaver: Holder): Promise<void> {
  const left = [
    { ...leaver.place, leaves: true },
    { ...moved.place, leaves: true },
    { ...moved.place, school: "383602" },
  ];
  const report = await at.booked("jobs", () => importPlaces(at.service, left));
  expect(report).toMatchObject({ roles: { changed: 1, disabled: 1 } });
  enabledMeanwhile(at, leaver.userId);
  await jobs(at, { job: "disable-idle" });
  expect(at.lane.names()).toContain("cognito.AdminEnableUser");
  at.lane.mend();
}

/** 附表十: both mails, then the end. */
async function idleForAYear(at: Booking): Promise<void> {
  for (const days of [336, 24, 8]) {
    at.service.clock.advanceBy({ days });
    await jobs(at, { job: "disable-idle" });
    await send(at);
  }
  expect((await at.rows.all("accounts")).filter(({ disabledFor }) => disabledFor === "idle").length).toBeGreaterThan(0);
}
