import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { accountClaim } from "../../functions/adapters/claims.ts";
import { cognitoCredentials } from "../../functions/adapters/credentials.ts";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { sealedPasswordHistory } from "../../functions/adapters/password-history.ts";
import { publicAccountRow } from "../../functions/adapters/public-account-row.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import type { CaptchaForm, Level, Role } from "../../functions/contract/schemas/parts.ts";
import { termsVersion } from "../../functions/contract/terms.ts";
import { accountEmailOf } from "../../functions/person/account-name.ts";
import { idleDueAt } from "../../functions/ports/idle-accounts.ts";
import type { PublicPerson } from "../../functions/ports/public-registrations.ts";
import type { Browser } from "./browser.ts";
import { quickHashes } from "./quick-hashes.ts";
import type { Service } from "./service.ts";

export interface Person {
  readonly role: Role;
  readonly name: string;
  readonly personId: string;
  readonly school: { code: string; level: Level };
}

const keyRing = secretsManagerKeys("educloud/key-ring");
const school = { code: "383601", level: "國小" as Level };
const directory = [{ ...school, name: "市立測試國小", county: "臺北市", district: "文山區" }];

/** People made for a test, put into the roster by the real import job. IDs are opaque ones (其他身分 ID), so that there are as many as one likes. */
export async function enrol(service: Service, count = 1, role: Role = "student"): Promise<Person[]> {
  const roles = { student: "學生", teacher: "教師", staff: "職員" };
  const people = Array.from({ length: count }, (): Person => {
    const tag = service.random(5).toUpperCase();
    return { role, name: `測試${tag}`, personId: `T-${tag}`, school };
  });
  const rows = people.map(({ name, personId }) =>
    [school.code, school.level, name, roles[role], role === "student" ? 4 : "", "", "", personId].join(","),
  );
  const csv = ["學校代碼,學制,姓名,身分,年級,班級,座號,身分證字號", ...rows].join("\n");
  const files = { "名冊.csv": Buffer.from(csv).toString("base64") };
  await service.jobs({ job: "import-roster", files, asOf: { year: 115, semester: 1 }, schools: directory });
  return people;
}

/** A captcha and its right answer, read with the key ring as `/local/captcha` does. */
export async function solvedCaptcha(browser: Browser, form: CaptchaForm): Promise<{ token: string; digits: string }> {
  const { body } = await browser.call("POST /api/captcha", { form });
  const opened = (await keyRing.unseal("captcha", body.token)) as { digits: string };
  return { token: body.token, digits: opened.digits };
}

export const goodPassword = "Kangaroo-2026-x";

/** The steps of an application, each as one call; a test uses as many as it needs. */
export const apply = {
  async identity(browser: Browser, person: Person) {
    const { role, name, personId, school } = person;
    return browser.call("POST /api/register/identity", {
      role,
      name,
      personId,
      school,
      captcha: await solvedCaptcha(browser, "register"),
    });
  },
  consent: (browser: Browser) =>
    browser.call("POST /api/register/consent", { agreed: true, termsVersion, guardian: true }),
  account: (browser: Browser, fields: { accountName: string; email?: string; mobile?: string; password?: string }) =>
    browser.call("POST /api/register/account", { password: goodPassword, ...fields }),
  send: (browser: Browser) => browser.call("POST /api/verify-code/send", { purpose: "register", language: "zh-TW" }),
  check: (browser: Browser, code: string, attempt = `attempt-${Math.random().toString(36).slice(2)}-0123456789`) =>
    browser.call("POST /api/verify-code/check", { purpose: "register", code, attempt }),
  complete: (browser: Browser, password = goodPassword) => browser.call("POST /api/register/complete", { password }),
};

/** The six digits of the newest message to an address. */
export function codeSentTo(service: Service, to: string): string {
  const [message] = service.sent(to);
  const code = /\b\d{6}\b/.exec(message?.text ?? "")?.[0];
  if (code === undefined) throw new Error(`no code was sent to ${to}`);
  return code;
}

/** A person with an account, made by the whole journey. */
export async function withAccount(service: Service, accountName = `u${service.random(5)}`) {
  const [person] = (await enrol(service)) as [Person];
  const browser = service.browser();
  const email = `${accountName}@mail.test`;
  await apply.identity(browser, person);
  await apply.consent(browser);
  await apply.account(browser, { accountName, email });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(service, email));
  const { status } = await apply.complete(browser);
  if (status !== 200) throw new Error(`the account of ${accountName} was not made: ${status}`);
  return { person, browser, accountName, email };
}

export async function signIn(browser: Browser, accountName: string, password = goodPassword) {
  const reply = await browser.call("POST /api/sign-in", {
    accountName,
    password,
    captcha: await solvedCaptcha(browser, "sign-in"),
  });
  if (reply.status === 200 && reply.body.next === "signed-in") browser.csrfToken = reply.body.csrfToken;
  return reply;
}

/** 其他 with an account (M20), written as their registration leaves it. `email`: as it is kept, so its domain in lower case. */
export async function publicPerson(
  service: Pick<Service, "prefix" | "clock" | "pool" | "random">,
  { email = `P.${service.random(5)}@home.test`, ...more }: Partial<PublicPerson> & { readonly picture?: string } = {},
) {
  const [keys, tables, userId, now] = [keyRing, dynamo(service.prefix), systemIds.id(), service.clock.now()];
  const [name, account] = [`家長${service.random(3)}`, accountEmailOf(email)];
  if (account === undefined) throw new Error(`${email} is no address`);
  const at = new Date(now).toISOString();
  const { picture, ...told } = more;
  const { slowCost } = quickHashes;
  const history = sealedPasswordHistory({ keys, ids: systemIds, policy: policies.seed, slowCost });
  const person: PublicPerson = {
    email,
    account,
    name,
    nickname: "小美",
    consent: { termsVersion, at, adult: true, guardian: false },
    passwords: await history.next(undefined, goodPassword),
    language: "zh-TW",
    taken: false,
    ...told,
  };
  const vault = cognitoCredentials(service.pool, systemIds);
  await vault.create(userId);
  await vault.setPassword(userId, goodPassword);
  const flow = { userId, person, ...(picture === undefined ? {} : { picture }) };
  const row = await publicAccountRow(keys, flow, { createdAt: at, idleDueAt: idleDueAt(now, policies.seed) });
  await tables.send(
    new PutCommand({
      TableName: tables.name("claims"),
      Item: { claim: await accountClaim(keys, account), userId, state: "OWNED" },
    }),
  );
  await tables.send(new PutCommand({ TableName: tables.name("accounts"), Item: row }));
  return { userId, email, account, name: person.name };
}

/** The same, signed in a moment ago. */
export async function publicOwner(service: Service, fields: Parameters<typeof publicPerson>[1] = {}) {
  const person = await publicPerson(service, fields);
  const browser = service.browser();
  const { status } = await signIn(browser, person.email);
  if (status !== 200) throw new Error(`${person.email} could not sign in: ${status}`);
  return { ...person, browser };
}
