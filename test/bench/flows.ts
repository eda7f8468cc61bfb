import { randomBytes } from "node:crypto";
import type { CountyPurpose } from "../../functions/contract/counties.ts";
import type { RouteKey } from "../../functions/contract/routes.ts";
import type { CaptchaForm } from "../../functions/contract/schemas/parts.ts";
import type { Keys } from "../../functions/ports/keys.ts";
import type { GrantPurpose } from "../../functions/ports/reset-grants.ts";
import type { CountyAccount } from "../../lib/local/counties/accounts.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { walkCounty } from "../service/county-walk.ts";
import { apply, goodPassword, type Person } from "../service/people.ts";

export interface FlowParts {
  readonly keys: Keys;
  /** The six digits that were last sent to an address. */
  readonly codeSentTo: (address: string) => Promise<string>;
}

/** An applicant by number: names of one length, so that rows are of one size; mobiles spread over the prefixes, which have limits. */
export interface Applicant extends Person {
  readonly accountName: string;
  readonly email: string;
  readonly mobile: string;
}

export function applicant(person: Person, number: number): Applicant {
  const accountName = `bench${String(number).padStart(6, "0")}`;
  const subscriber = 10_000_000 + ((number * 50_021) % 80_000_000);
  return { ...person, accountName, email: `${accountName}@mail.test`, mobile: `09${subscriber}` };
}

/** 申請帳號 from the first captcha to 完成註冊 (M13–M19), with e-mail and mobile: seven requests. */
export async function applyFor(parts: FlowParts, browser: Browser, person: Applicant): Promise<void> {
  const { role, name, personId, school } = person;
  const captcha = await solvedCaptcha(parts.keys, browser, "register");
  await well(browser.call("POST /api/register/identity", { role, name, personId, school, captcha }));
  await finishApplication(parts, browser, person);
}

/** From the open application to 完成註冊 (M14–M19). */
async function finishApplication({ codeSentTo }: FlowParts, browser: Browser, person: Applicant): Promise<void> {
  const { accountName, email, mobile } = person;
  await well(apply.consent(browser));
  await well(apply.account(browser, { accountName, email, mobile }));
  await well(apply.send(browser));
  await well(apply.check(browser, await codeSentTo(email)));
  await well(apply.complete(browser));
}

/** 登入 from the captcha on (M30): two requests. */
export async function signIn({ keys }: FlowParts, browser: Browser, accountName: string): Promise<void> {
  const captcha = await solvedCaptcha(keys, browser, "sign-in");
  const body = await well(browser.call("POST /api/sign-in", { accountName, password: goodPassword, captcha }));
  if (body.next === "signed-in") browser.csrfToken = body.csrfToken;
}

/** 申請帳號 with a county account that tells whose record it is (M12): from then on it signs in. */
export async function applyByCounty(
  parts: FlowParts,
  browser: Browser,
  account: CountyAccount,
  person: Applicant,
): Promise<void> {
  await arriveFrom(browser, account, "apply", "apply");
  await finishApplication(parts, browser, person);
}

/** 使用縣市帳號登入 (M31): two requests of ours, and the county's own pages between them. */
export async function signInByCounty(browser: Browser, account: CountyAccount): Promise<void> {
  await arriveFrom(browser, account, "sign-in", "signed-in");
}

async function arriveFrom(browser: Browser, account: CountyAccount, purpose: CountyPurpose, expected: string) {
  const { county } = account;
  const { url } = await well(browser.call("POST /api/county/start", { county, purpose }));
  const answer = (await walkCounty(url, account)).search.slice(1);
  const { outcome } = await well(browser.call("POST /api/county/finish", { county, answer }));
  if (outcome !== expected) throw new Error(`a county sign-in of the bench ended as ${outcome}`);
}

/** 傳送驗證碼重設 (M45, M50): five requests. `sendMessages` is the job that sends the code, which no request of a stranger does. */
export async function resetByCode(
  parts: FlowParts,
  browser: Browser,
  person: Applicant,
  sendMessages: () => Promise<void>,
): Promise<void> {
  await grantByCode(parts, browser, person, "reset", sendMessages);
  isOpen(await well(browser.call("GET /api/reset-password")));
  await well(browser.call("POST /api/reset-password", { password: otherPassword }));
}

/** 啟用帳號 by code (M55), as above: five requests. */
export async function activateByCode(
  parts: FlowParts,
  browser: Browser,
  person: Applicant,
  sendMessages: () => Promise<void>,
): Promise<void> {
  await grantByCode(parts, browser, person, "activate", sendMessages);
  isOpen(await well(browser.call("GET /api/activate")));
  await well(browser.call("POST /api/activate", { password: otherPassword }));
}

/** Not one of the last three, and with three of the four classes that an activation asks for. */
const otherPassword = "Pademelon-2026-x";

async function grantByCode(
  { keys, codeSentTo }: FlowParts,
  browser: Browser,
  { accountName, email }: Applicant,
  purpose: GrantPurpose,
  sendMessages: () => Promise<void>,
): Promise<void> {
  const captcha = await solvedCaptcha(keys, browser, purpose === "reset" ? "reset-password" : "activate");
  await well(browser.call("POST /api/verify-code/send", { purpose, accountName, captcha, language: "zh-TW" }));
  await sendMessages();
  const attempt = randomBytes(16).toString("base64url");
  await well(browser.call("POST /api/verify-code/check", { purpose, code: await codeSentTo(email), attempt }));
}

function isOpen({ state }: { readonly state: string }): void {
  if (state !== "open") throw new Error(`a grant of the bench is ${state}`);
}

/** What every page asks: is this browser signed in, and as whom. One request. */
export async function checkSession(browser: Browser): Promise<void> {
  const { signedIn } = await well(browser.call("GET /api/session"));
  if (!signedIn) throw new Error("the session of a virtual user is gone");
}

async function solvedCaptcha(keys: Keys, browser: Browser, form: CaptchaForm) {
  const { token } = await well(browser.call("POST /api/captcha", { form }));
  const { digits } = (await keys.unseal("captcha", token)) as { digits: string };
  return { token, digits };
}

/** A flow that goes wrong is no measurement: it ends the bench with the code of the answer. */
async function well<K extends RouteKey>(reply: Promise<Reply<K>>): Promise<Reply<K>["body"]> {
  const { status, body } = await reply;
  if (status !== 200) throw new Error(`a request of the bench was answered ${status} ${body.code}`);
  return body;
}
