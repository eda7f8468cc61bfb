import { afterEach, describe, expect, it } from "vitest";
import type { RouteKey } from "../../functions/contract/routes.ts";
import { api } from "../../functions/http/api.ts";
import type { Browser, Invoke } from "../service/browser.ts";
import { apply, codeSentTo, enrol, goodPassword, signIn, solvedCaptcha, withAccount } from "../service/people.ts";
import type { Mode } from "./lane.ts";
import { startProxiedService } from "./proxied-service.ts";

const { service, lane } = await startProxiedService();
afterEach(() => lane.mend());

const isDynamo = ({ service: name }: { service: string }) => name === "dynamodb";

/** Brings a new browser to just before a press; gives the press. */
async function readyTo(route: RouteKey): Promise<() => ReturnType<Browser["call"]>> {
  const browser = service.browser();
  if (route === "POST /api/sign-in") {
    const body = { accountName: `u${service.random(5)}`, password: goodPassword };
    const captcha = await solvedCaptcha(browser, "sign-in");
    return () => browser.call(route, { ...body, captcha });
  }
  if (/session|my-account|sign-out/.test(route)) {
    await signIn(browser, (await withAccount(service)).accountName);
    return () => browser.call(route, {});
  }
  const [person] = await enrol(service);
  if (route === "POST /api/register/identity") return () => apply.identity(browser, person!);
  await apply.identity(browser, person!);
  await apply.consent(browser);
  const fields = { accountName: `u${service.random(5)}`, email: `u${service.random(5)}@mail.test` };
  if (route === "POST /api/register/account") return () => apply.account(browser, fields);
  await apply.account(browser, fields);
  if (/^GET|restart/.test(route)) return () => browser.call(route, {});
  if (route === "POST /api/verify-code/send") return () => apply.send(browser);
  await apply.send(browser);
  const code = codeSentTo(service, fields.email);
  if (route === "POST /api/verify-code/check") return () => apply.check(browser, code);
  await apply.check(browser, code);
  return () => apply.complete(browser);
}

const routes = [
  "POST /api/register/identity",
  "POST /api/register/account",
  "POST /api/register/complete",
  "POST /api/register/restart",
  "GET /api/register",
  "POST /api/verify-code/send",
  "POST /api/verify-code/check",
  "POST /api/sign-in",
  "POST /api/sign-out",
  "GET /api/session",
  "GET /api/my-account",
] as const satisfies RouteKey[];

const busyAnswer = {
  status: 503,
  headers: expect.objectContaining({ "content-type": "application/problem+json", "retry-after": "5" }),
  body: expect.objectContaining({ code: "try-again-later", retryAfter: 5 }),
  setCookies: [],
};

describe("the store is away: nothing is let through for it (T47)", () => {
  it.each(routes)("%s refuses with 503, asks no vault and sends nothing", async (route) => {
    for (const mode of ["before", "cut"] as const satisfies Mode[]) {
      const press = await readyTo(route);
      lane.mend();
      lane.fault({ mode, at: isDynamo, nth: "every" });
      expect(await press(), mode).toMatchObject(busyAnswer);
      expect(lane.calls.filter((call) => !isDynamo(call))).toEqual([]);
      lane.mend();
      expect((await press()).status, "the next press").toBeLessThan(500);
    }
  });
});

const limiters: [RouteKey, string][] = [
  ["POST /api/register/identity", "dynamodb.TransactWriteItems limits+once"],
  ["POST /api/verify-code/send", "dynamodb.TransactWriteItems challenges+flows+limits+messages"],
  ["POST /api/verify-code/check", "dynamodb.BatchGetItem limits"],
  ["POST /api/verify-code/check", "dynamodb.UpdateItem challenges"],
  ["POST /api/sign-in", "dynamodb.PutItem once"],
  ["POST /api/sign-in", "dynamodb.BatchGetItem claims+limits"],
  ["POST /api/sign-in", "dynamodb.UpdateItem accounts"],
];

describe("one limiter is away: refused, never allowed (T47)", () => {
  it.each(limiters)("%s without %s goes no further", async (route, at) => {
    const press = await readyTo(route);
    lane.mend();
    const armed = lane.fault({ mode: "before", at, nth: "every" });
    expect(await press()).toMatchObject(busyAnswer);
    expect(armed.struck()).toBe(3);
    const later = lane.names().slice(lane.names().indexOf(at) + 1);
    expect(later.filter((name) => !/BatchGetItem claims.limits|PutItem once/.test(name) && name !== at)).toEqual([]);
  });

  it("a failure that cannot be booked on the address is still a failure", async () => {
    const press = await readyTo("POST /api/sign-in");
    lane.fault({ mode: "before", at: "dynamodb.UpdateItem limits", nth: "every" });
    expect(await press()).toMatchObject(busyAnswer);
  });
});

describe("AWS says too fast, or two transactions meet: two more tries, then 503 and nothing half done (T47)", () => {
  it.each([
    ["POST /api/register/account", "dynamodb.TransactWriteItems claims+flows", "busy"],
    ["POST /api/register/account", "dynamodb.TransactWriteItems claims+flows", "conflict"],
    ["POST /api/register/complete", "cognito.AdminCreateUser", "busy"],
    ["POST /api/register/complete", "cognito.AdminCreateUser", "before"],
    ["POST /api/register/complete", "cognito.AdminSetUserPassword", "cut"],
    ["POST /api/sign-in", "cognito.AdminInitiateAuth", "busy"],
    ["POST /api/sign-in", "cognito.AdminInitiateAuth", "before"],
  ] as const)("%s: %s %s", async (route, at, mode) => {
    const press = await readyTo(route);
    lane.mend();
    const armed = lane.fault({ mode, at, nth: "every" });
    expect(await press()).toMatchObject(busyAnswer);
    expect(armed.struck()).toBe(3);
    lane.mend();
    if (route !== "POST /api/sign-in") expect((await press()).status, "the next press").toBe(200);
  });

  it.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "RequestLimitExceeded"])(
    "AWS that cannot be reached or has no room (%s) is told as busy, not as broken",
    async (code) => {
      const away = async () => {
        throw Object.assign(new Error("connect"), { code });
      };
      const actions = { "POST /api/captcha": away, "POST /api/captcha/sound": away, "POST /api/captcha/work": away };
      const settings = { EDGE_SECRET: service.edge.secret, SITE_ORIGIN: service.edge.origin, SCHOOL_RANGES: "" };
      const handler = api("captcha", settings, actions) as unknown as (
        event: unknown,
        context: object,
      ) => ReturnType<Invoke>;
      const browser = service.browser(undefined, (event) => handler(event, {}));
      expect(await browser.call("POST /api/captcha", { form: "register" })).toMatchObject(busyAnswer);
    },
  );

  it.each(["busy", "conflict"] as const)("one %s is waited out and the person sees nothing of it", async (mode) => {
    const press = await readyTo("POST /api/register/account");
    lane.mend();
    lane.fault({ mode, at: "dynamodb.TransactWriteItems claims+flows", tries: "one" });
    expect((await press()).status).toBe(200);
    expect(lane.names()).toHaveLength(2);
  });
});
