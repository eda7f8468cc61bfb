import type { Channel } from "../../functions/contract/messages.ts";
import type { Row, Rows } from "../faults/rows.ts";
import { userIdOf } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { apply, codeSentTo, enrol, goodPassword, signIn, withAccount } from "../service/people.ts";
import type { Service } from "../service/service.ts";

/** Somebody with an account and one proved e-mail, signed in a moment ago. */
export async function owner(service: Service) {
  const account = await withAccount(service);
  const browser = service.browser();
  await signIn(browser, account.accountName);
  return { ...account, browser, userId: await userIdOf(service, account.accountName) };
}

let mobiles = 0;
/** A mobile number that no other test has, as typed and as an SMS goes to it. */
export function newMobile(): { readonly typed: string; readonly sms: string } {
  mobiles += 1;
  const number = `9${String(10_000_000 + mobiles * 7_919).slice(-8)}`;
  return { typed: `0${number}`, sms: `+886${number}` };
}

/** The same with a mobile besides, which nobody proved. */
export async function ownerOfTwoContacts(service: Service) {
  const [person] = await enrol(service);
  const applying = service.browser();
  const accountName = `u${service.random(5)}`;
  const [email, mobile] = [`${accountName}@mail.test`, newMobile()];
  await apply.identity(applying, person!);
  await apply.consent(applying);
  await apply.account(applying, { accountName, email, mobile: mobile.typed });
  await apply.send(applying);
  await apply.check(applying, codeSentTo(service, email));
  if ((await apply.complete(applying)).status !== 200) throw new Error("the account was not made");
  const browser = service.browser();
  await signIn(browser, accountName);
  return { person: person!, accountName, email, mobile, browser, userId: await userIdOf(service, accountName) };
}

/** A session of the same person in another browser. */
export async function signedIn(service: Service, accountName: string, password = goodPassword): Promise<Browser> {
  const browser = service.browser();
  await signIn(browser, accountName, password);
  return browser;
}

export const newAttempt = (service: Service): string => service.random(20);

export const askCode = (browser: Browser, value: string, channel: Channel = "email") =>
  browser.call("POST /api/my-account/contacts/code", { channel, value, language: "zh-TW" });

export const saveContact = (
  browser: Browser,
  value: string,
  code: string,
  { channel = "email", attempt }: { channel?: Channel; attempt: string },
) => browser.call("POST /api/my-account/contacts", { channel, value, code, attempt, language: "zh-TW" });

/** The whole change of a contact: a code asked for, read where it went, typed. `to`: as a message goes to it. */
export async function changeTo(
  service: Service,
  browser: Browser,
  value: string,
  { channel = "email", to = value }: { channel?: Channel; to?: string } = {},
) {
  const asked = await askCode(browser, value, channel);
  if (asked.status !== 200) throw new Error(`no code: ${asked.body.code}`);
  return saveContact(browser, value, codeSentTo(service, to), { channel, attempt: newAttempt(service) });
}

/** The token of the newest undo link that an address got. */
export function undoTokenSentTo(service: Service, to: string): string {
  for (const { text } of service.sent(to)) {
    const token = /https:\/\/account\.test\/contact-undo#(\S+)/.exec(text ?? "")?.[1];
    if (token !== undefined) return token;
  }
  throw new Error(`no undo link was sent to ${to}`);
}

/** The token of the newest 不是我 link that an address got. */
export function notMeTokenSentTo(service: Service, to: string): string {
  for (const { text } of service.sent(to)) {
    const token = /https:\/\/account\.test\/not-me#(\S+)/.exec(text ?? "")?.[1];
    if (token !== undefined) return token;
  }
  throw new Error(`no 不是我 link was sent to ${to}`);
}

export const undo = (browser: Browser, token: string) => browser.call("POST /api/contact-undo", { token });

export async function contactsOf(browser: Browser) {
  const { email, mobile } = (await browser.call("GET /api/my-account")).body;
  return { email, mobile };
}

export const auditOf = async (rows: Rows, userId: string): Promise<Row[]> =>
  (await rows.all("audit"))
    .filter(({ subject }) => subject === userId)
    .toSorted((a, b) => (String(a.entry) < String(b.entry) ? -1 : 1));

export const eventsOf = async (rows: Rows, userId: string): Promise<unknown[]> =>
  (await auditOf(rows, userId)).map(({ event }) => event);
