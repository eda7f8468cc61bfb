import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { type FunctionName, type FunctionSpec, functions } from "../../functions/contract/functions.ts";
import { limitShards } from "../../functions/contract/policy.ts";
import { type RouteKey, routes } from "../../functions/contract/routes.ts";
import type { Call } from "../faults/calls.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import type { Browser } from "../service/browser.ts";
import { apply, codeSentTo, enrol, goodPassword, signIn, solvedCaptcha } from "../service/people.ts";

const { service, lane } = await startProxiedService();
const used = new Map<FunctionName, Set<string>>();

/** What IAM asks for: a transaction is its items, a batch is itself. */
function permissionsOf({ service: name, input, name: called }: Call): string[] {
  const operation = called.split(" ")[0]?.split(".")[1] ?? "";
  if (name !== "dynamodb") return name === "cognito" ? [operation] : [];
  const tableOf = (full: unknown) => String(full).slice(service.prefix.length);
  if (operation === "TransactWriteItems") {
    const kinds = { Put: "PutItem", Update: "UpdateItem", Delete: "DeleteItem", ConditionCheck: "ConditionCheckItem" };
    return (input.TransactItems as Record<string, { TableName: string }>[]).flatMap((item) =>
      Object.entries(item).map(([kind, { TableName }]) => `${tableOf(TableName)} ${kinds[kind as keyof typeof kinds]}`),
    );
  }
  const tables = "RequestItems" in input ? Object.keys(input.RequestItems as object) : [input.TableName];
  return tables.map((table) => `${tableOf(table)} ${operation}`);
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
  const call = browser.call.bind(browser);
  browser.call = ((key: RouteKey, ...rest: []) => booked(routes[key].function, () => call(key, ...rest))) as never;
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

const granted = (name: FunctionName): string[] => {
  const { tables, cognito = [] }: FunctionSpec = functions[name];
  const onTables = Object.entries(tables).flatMap(([table, actions]) => actions.map((action) => `${table} ${action}`));
  return [...onTables, ...cognito].toSorted();
};

it("each function asks AWS for exactly what its role grants, over everything people and jobs do (AWS SEC 2)", async () => {
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
  for (const name of Object.keys(functions) as FunctionName[]) {
    expect([name, [...(used.get(name) ?? [])].toSorted()]).toEqual([name, granted(name)]);
  }
});
