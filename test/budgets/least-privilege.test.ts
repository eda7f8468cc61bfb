import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { type FunctionName, type FunctionSpec, functions } from "../../functions/contract/functions.ts";
import { limitShards } from "../../functions/contract/policy.ts";
import { type RouteKey, routes } from "../../functions/contract/routes.ts";
import type { CountyAccount } from "../../lib/local/counties/accounts.ts";
import type { Call } from "../faults/calls.ts";
import { startProxiedCountyService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { grantTo, reset } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { accountAt, arrive, enrolAccounts, fillIn, isUnknown } from "../service/counties.ts";
import { apply, codeSentTo, enrol, goodPassword, signIn, solvedCaptcha } from "../service/people.ts";
import { singleSignOn } from "./application-privileges.ts";
import { legacyJobs } from "./legacy-job-privileges.ts";
import { legacyPlatforms } from "./legacy-privileges.ts";
import { picturesOfPeople } from "./picture-privileges.ts";
import { joiningByMail } from "./public-privileges.ts";
import { type Booking, gettingBackIn } from "./recovery-privileges.ts";
import { signedInThings } from "./signed-in-privileges.ts";

const { service, lane, proxy } = await startProxiedCountyService();
const used = new Map<FunctionName, Set<string>>();

/** What IAM asks for: a transaction is its items, a batch is itself, and a mail or an SMS is "sends". */
function permissionsOf({ service: name, input, name: called }: Call): string[] {
  const operation = called.split(" ")[0]?.split(".")[1] ?? "";
  if (name !== "dynamodb") return [name === "cognito" || name === "s3" ? operation : "sends"];
  const tableOf = (full: unknown) => String(full).slice(service.prefix.length);
  if (operation === "TransactWriteItems") {
    const kinds = { Put: "PutItem", Update: "UpdateItem", Delete: "DeleteItem", ConditionCheck: "ConditionCheckItem" };
    return (input.TransactItems as Record<string, { TableName: string }>[]).flatMap((item) =>
      Object.entries(item).map(([kind, { TableName }]) => `${tableOf(TableName)} ${kinds[kind as keyof typeof kinds]}`),
    );
  }
  const tables = "RequestItems" in input ? Object.keys(input.RequestItems as object) : [input.TableName];
  // A table with an index `due` is queried by it alone.
  const index = input.IndexName === undefined || input.IndexName === "due" ? "" : ` ${input.IndexName}`;
  return tables.map((table) => `${tableOf(table)} ${operation}${index}`);
}

/** Runs one thing one function does and books what it asked of AWS on that function. */
async function booked<T>(name: FunctionName, run: () => Promise<T>): Promise<T> {
  const before = lane.calls.length;
  const result = await run();
  const permissions = used.get(name) ?? new Set();
  used.set(name, permissions);
  for (const call of lane.calls.slice(before))
    for (const permission of permissionsOf(call)) permissions.add(permission);
  return result;
}

/** A browser whose every request is booked on the function behind the route. */
function bookedBrowser(): Browser {
  const browser = service.browser();
  const [call, visit] = [browser.call.bind(browser), browser.visit.bind(browser)];
  browser.call = ((key: RouteKey, ...rest: []) => booked(routes[key].function, () => call(key, ...rest))) as never;
  browser.visit = (...rest) => booked("oidc", () => visit(...rest));
  return browser;
}

/** So many wrong codes in every shard that each try must come with a captcha (T09). */
async function openBreaker(): Promise<void> {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const slot = Math.floor(service.clock.now() / 300_000);
  for (let shard = 0; shard < limitShards; shard += 1) {
    const Item = { limit: `code-ratio#${shard}#${slot}`, [`w300_${slot}`]: 1_000 };
    await documents.send(new PutCommand({ TableName: `${service.prefix}limits`, Item }));
  }
}

/** Everything that the way by a county does, at counties that say whose record it is and at one that does not answer. */
async function byCounty(): Promise<void> {
  const [own, later] = [accountAt("TAO"), accountAt("TNN")];
  await booked("jobs", () => enrolAccounts(service, [own, later]));
  const browser = bookedBrowser();
  await browser.call("GET /api/counties");
  await browser.call("GET /api/county/proof");
  await arrive(browser, own, "apply");
  await apply.consent(browser);
  await apply.account(browser, { accountName: "least.county", email: "county@mail.test" });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(service, "county@mail.test"));
  expect((await apply.complete(browser)).status).toBe(200);
  const { body } = await arrive(browser, own, "sign-in");
  browser.csrfToken = "csrfToken" in body ? body.csrfToken : undefined;
  await browser.call("POST /api/county/told");
  // In more browsers than an account is signed in on at once: the first one ends.
  for (let more = 0; more < 10; more += 1) await arrive(bookedBrowser(), own, "sign-in");
  await arrive(browser, own, "forgot-account");
  await arrive(browser, accountAt("TAO", isUnknown), "apply");
  await browser.call("POST /api/county/link");
  await browser.call("POST /api/county/finish", { county: "TAO", answer: "state=x" });
  service.secrets?.setCounties({ TAO: { ...service.counties.configurations.TAO!, issuer: "http://127.0.0.1:9" } });
  service.clock.advanceBy({ seconds: 61 });
  await browser.call("POST /api/county/start", { county: "TAO", purpose: "sign-in" });
  service.secrets?.setCounties(service.counties.configurations);
  service.clock.advanceBy({ seconds: 61 });
  await linkedLater(later);
  await resetBy(browser, own);
  await resetHalfDone(later);
}

/** An account made by hand, and a county account that joins it (T35). */
async function linkedLater(person: CountyAccount): Promise<void> {
  const browser = bookedBrowser();
  await fillIn(browser, person);
  await apply.consent(browser);
  await apply.account(browser, { accountName: "least.later", email: "later@mail.test" });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(service, "later@mail.test"));
  expect((await apply.complete(browser)).status).toBe(200);
  await arrive(browser, person, "sign-in");
  await signIn(browser, "least.later");
  service.clock.advanceBy({ seconds: 61 });
  expect((await browser.call("POST /api/county/link")).status).toBe(200);
}

/** M47, with the notices that go out. */
async function resetBy(browser: Browser, account: CountyAccount): Promise<void> {
  await arrive(browser, account, "reset-password");
  await browser.call("GET /api/reset-password");
  expect((await browser.call("POST /api/reset-password", { password: "Wombat-2027-y" })).status).toBe(200);
}

/** Left between R2 and R4, for the job. 臺南 signs by the machine's time alone, so our clock may be ahead. */
async function resetHalfDone(person: CountyAccount): Promise<void> {
  const browser = bookedBrowser();
  await arrive(browser, person, "reset-password");
  lane.fault({ mode: "before", at: "cognito.AdminSetUserPassword", nth: "every" });
  expect((await browser.call("POST /api/reset-password", { password: "Wombat-2027-y" })).status).toBeGreaterThanOrEqual(
    500,
  );
  lane.mend();
  service.clock.advanceBy({ minutes: 21 });
  await booked("jobs", () => service.jobs({ job: "reconcile-resets" }));
}

/** What a day and a quarter ask for: the audit's chains (T27) and signing keys (T37). */
async function auditAndKeys({ rows }: Pick<Booking, "rows">): Promise<void> {
  // A table gives its rows in no order: the newest are those of the day that is verified.
  const entries = (await rows.all("audit")).toSorted((one, other) =>
    String(one.entry) < String(other.entry) ? -1 : 1,
  );
  const keys = entries.map(({ subject, entry }) => ({ subject: { S: subject }, entry: { S: entry } }));
  const Records = keys.slice(-20).map((Keys) => ({ eventName: "INSERT", dynamodb: { Keys } }));
  for (const part of [Records.slice(0, 10), Records]) await booked("jobs", () => service.jobs({ Records: part }));
  service.clock.advanceBy({ days: 1 });
  await booked("jobs", () => service.jobs({ job: "verify-audit" }));
  await booked("jobs", () => service.jobs({ job: "rotate-signing-keys" }));
}

const granted = (name: FunctionName): string[] => {
  const { tables, cognito = [], pictures = [], sends = false }: FunctionSpec = functions[name];
  const onTables = Object.entries(tables).flatMap(([table, actions]) => actions.map((action) => `${table} ${action}`));
  return [...onTables, ...cognito, ...pictures, ...(sends ? ["sends"] : [])].toSorted();
};

it("each function asks AWS for exactly what its role grants, over everything people and jobs do (AWS SEC 2)", async () => {
  const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
  const at = { service, lane, rows, booked, bookedBrowser };
  await singleSignOn(at);
  await legacyPlatforms(at);
  await legacyJobs(at);
  await byCounty();
  const [person, other, third] = await booked("jobs", () => enrol(service, 3));
  const browser = bookedBrowser();
  await apply.identity(browser, { ...person!, name: "別人" });
  await apply.identity(browser, person!);
  await apply.consent(browser);
  await apply.account(browser, { accountName: "least.first", email: "least@mail.test", mobile: "0912345678" });
  await apply.account(browser, { accountName: "least.second", email: "least@mail.test", mobile: "0912345678" });
  await apply.send(browser);
  service.clock.advanceBy({ seconds: 61 });
  await apply.send(browser);
  await apply.check(browser, "000000");
  await browser.call("GET /api/register");
  await apply.check(browser, codeSentTo(service, "least@mail.test"));
  expect((await apply.complete(browser)).status).toBe(200);
  await signIn(browser, "least.second", "wrong-password-1");
  expect((await signIn(browser, "least.second")).status).toBe(200);
  service.clock.advanceBy({ minutes: 2 });
  await browser.call("GET /api/my-account");
  await browser.call("POST /api/sign-out");

  const attacked = bookedBrowser();
  await apply.identity(attacked, third!);
  await apply.consent(attacked);
  await apply.account(attacked, { accountName: "least.third", email: "third@mail.test" });
  await apply.send(attacked);
  await openBreaker();
  const captcha = await solvedCaptcha(service.browser(), "verify-code");
  const check = { purpose: "register", code: "000000", attempt: "0123456789abcdef", captcha };
  expect((await attacked.call("POST /api/verify-code/check", check)).body.code).toBe("code-wrong");
  service.clock.advanceBy({ minutes: 5 });
  await attacked.call("POST /api/register/restart");

  const broken = bookedBrowser();
  await apply.identity(broken, other!);
  await apply.consent(broken);
  await apply.account(broken, { accountName: "least.broken", email: "broken@mail.test" });
  lane.fault({ mode: "busy", at: "ses.SendEmail", nth: "every" });
  await apply.send(broken);
  lane.mend();
  service.clock.advanceBy({ seconds: 90 });
  await booked("jobs", () => service.jobs({ job: "send-messages" }));
  await apply.check(broken, codeSentTo(service, "broken@mail.test"));
  lane.fault({ mode: "before", at: "cognito.AdminSetUserPassword", nth: "every" });
  expect((await apply.complete(broken, goodPassword)).status).toBeGreaterThanOrEqual(500);
  lane.mend();
  service.clock.advanceBy({ minutes: 16 });
  await booked("jobs", () => service.jobs({ job: "reconcile-registrations" }));

  const resetting = await grantTo(service, "least.second", bookedBrowser());
  lane.fault({ mode: "before", at: "cognito.AdminSetUserPassword", nth: "every" });
  expect((await reset(resetting)).status).toBeGreaterThanOrEqual(500);
  lane.mend();
  expect((await reset(resetting)).status).toBe(200);
  const leaving = await grantTo(service, "least.second", bookedBrowser(), "code");
  lane.fault({ mode: "before", at: "cognito.AdminSetUserPassword", nth: "every" });
  expect((await reset(leaving, "Pademelon-2027-x")).status).toBeGreaterThanOrEqual(500);
  lane.mend();
  service.clock.advanceBy({ minutes: 11 });
  await booked("jobs", () => service.jobs({ job: "reconcile-resets" }));
  await joiningByMail(at);
  await picturesOfPeople(at);
  await signedInThings(at);
  await gettingBackIn(at);
  await auditAndKeys(at);

  const names = Object.keys(functions) as FunctionName[];
  const asked = names.map((name) => [name, [...(used.get(name) ?? [])].toSorted()]);
  expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(names.map((name) => [name, granted(name)])));
}, 300_000);
