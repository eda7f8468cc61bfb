import { describe, expect, it } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";
import { grantTo, reset } from "../reset-password/holder.ts";
import { withFactor } from "../service/factor.ts";
import { apply, codeSentTo, enrol, goodPassword, signIn, solvedCaptcha, withAccount } from "../service/people.ts";
import { count, expectSteps } from "./same-steps.ts";

const { service, lane } = await startProxiedService();

describe("calls to AWS a flow makes (performance goal 1)", () => {
  it("applies with 12 calls to DynamoDB and 2 to Cognito, all requests of the flow (M13–M19)", async () => {
    const [person] = await enrol(service);
    const browser = service.browser();
    lane.mend();
    await apply.identity(browser, person!);
    await apply.consent(browser);
    await apply.account(browser, { accountName: "counted.one", email: "counted@mail.test", mobile: "0912-345-678" });
    await apply.send(browser);
    await apply.check(browser, codeSentTo(service, "counted@mail.test"));
    expect((await apply.complete(browser)).body.step).toBe("done");

    expectSteps(lane.names(), [
      "dynamodb.TransactWriteItems limits+once",
      "dynamodb.BatchGetItem claims+roster",
      "dynamodb.UpdateItem limits",
      "dynamodb.TransactWriteItems claims+flows",
      "dynamodb.TransactWriteItems challenges+flows+limits+messages",
      ["ses.SendEmail", "sns.Publish"],
      "dynamodb.UpdateItem messages",
      "dynamodb.BatchGetItem limits",
      "dynamodb.UpdateItem challenges",
      "dynamodb.TransactWriteItems challenges+flows+limits+messages",
      "dynamodb.TransactWriteItems claims+flows",
      "cognito.AdminCreateUser",
      "cognito.AdminSetUserPassword",
      "dynamodb.TransactWriteItems accounts+audit+claims+flows+messages",
      "ses.SendEmail",
      "dynamodb.UpdateItem messages",
    ]);
    expect(count(lane.names(), "dynamodb")).toBe(12);
    expect(count(lane.names(), "cognito")).toBe(2);
  });

  it.each([
    ["a new browser", false],
    ["a browser that is known", true],
  ])("signs in from %s with 5 calls to DynamoDB, 1 to Cognito and no transaction (M30)", async (_kind, isKnown) => {
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    if (isKnown) await signIn(browser, accountName);
    const captcha = await solvedCaptcha(browser, "sign-in");
    lane.mend();
    const { status } = await browser.call("POST /api/sign-in", { accountName, password: goodPassword, captcha });
    expect(status).toBe(200);

    expectSteps(lane.names(), [
      ["dynamodb.PutItem once", `dynamodb.BatchGetItem claims+limits${isKnown ? "+sessions" : ""}`],
      "dynamodb.UpdateItem accounts",
      "cognito.AdminInitiateAuth",
      ["dynamodb.BatchWriteItem events+sessions", "dynamodb.UpdateItem accounts"],
    ]);
    expect(lane.names().filter((name) => name.includes("Transact"))).toEqual([]);
  });

  it("signs in to an account that is signed in ten times with the same five calls (T21, T41)", async () => {
    const { accountName } = await withAccount(service);
    for (let time = 0; time < 10; time += 1) await signIn(service.browser(), accountName);
    const browser = service.browser();
    const captcha = await solvedCaptcha(browser, "sign-in");
    lane.mend();
    const { status } = await browser.call("POST /api/sign-in", { accountName, password: goodPassword, captcha });
    expect(status).toBe(200);
    expectSteps(lane.names(), [
      ["dynamodb.PutItem once", "dynamodb.BatchGetItem claims+limits"],
      "dynamodb.UpdateItem accounts",
      "cognito.AdminInitiateAuth",
      ["dynamodb.BatchWriteItem events+logouts+sessions", "dynamodb.UpdateItem accounts"],
    ]);
  });

  it("signs in with a second factor by three calls and Cognito's, then six for the code (M63)", async () => {
    const { accountName, shown } = await withFactor(service);
    const browser = service.browser();
    const captcha = await solvedCaptcha(browser, "sign-in");
    lane.mend();
    const { body } = await browser.call("POST /api/sign-in", { accountName, password: goodPassword, captcha });
    expect(body).toEqual({ next: "two-factor" });
    expectSteps(lane.names(), [
      ["dynamodb.PutItem once", "dynamodb.BatchGetItem claims+limits"],
      "dynamodb.UpdateItem accounts",
      "cognito.AdminInitiateAuth",
    ]);
    lane.mend();
    expect((await browser.call("POST /api/sign-in/two-factor", { code: shown() })).status).toBe(200);
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts",
      "dynamodb.UpdateItem factors",
      "dynamodb.UpdateItem factors",
      "dynamodb.PutItem once",
      ["dynamodb.BatchWriteItem events+sessions", "dynamodb.UpdateItem accounts"],
    ]);
  });

  it("takes the password again with four calls and Cognito's (T20)", async () => {
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    await signIn(browser, accountName);
    lane.mend();
    expect((await browser.call("POST /api/re-authenticate", { password: goodPassword })).status).toBe(200);
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts+sessions",
      "dynamodb.UpdateItem accounts",
      "cognito.AdminInitiateAuth",
      "dynamodb.UpdateItem accounts",
      "dynamodb.UpdateItem sessions",
    ]);
  });

  it("shows sign-in records by one query of as many rows (M62), and devices by two reads", async () => {
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    await signIn(browser, accountName);
    lane.mend();
    await browser.call("GET /api/my-account/sign-ins/{most}", undefined, { pathParameters: { most: "10" } });
    expectSteps(lane.names(), ["dynamodb.BatchGetItem accounts+sessions", "dynamodb.Query events"]);
    expect(lane.calls.at(-1)?.input).toMatchObject({ Limit: 10 });
    lane.mend();
    await browser.call("GET /api/my-account/devices");
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts+sessions",
      "dynamodb.BatchGetItem accounts",
      "dynamodb.BatchGetItem sessions",
    ]);
  });

  it.each(["GET /api/session", "GET /api/my-account"] as const)(
    "answers %s with one read and without Cognito (goals 1 and 2, M35)",
    async (route) => {
      const { accountName } = await withAccount(service);
      const browser = service.browser();
      await signIn(browser, accountName);
      lane.mend();
      expect((await browser.call(route)).status).toBe(200);
      expect(lane.names()).toEqual(["dynamodb.BatchGetItem accounts+sessions"]);
    },
  );

  it("writes the idle time at most once a minute (T21)", async () => {
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    await signIn(browser, accountName);
    service.clock.advanceBy({ seconds: 61 });
    lane.mend();
    for (let check = 0; check < 3; check += 1) await browser.call("GET /api/session");
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts+sessions",
      "dynamodb.UpdateItem sessions",
      "dynamodb.BatchGetItem accounts+sessions",
      "dynamodb.BatchGetItem accounts+sessions",
    ]);
  });

  it("asks nothing of anybody when there is no session cookie", async () => {
    lane.mend();
    expect((await service.browser().call("GET /api/session")).body.signedIn).toBe(false);
    expect((await service.browser().call("GET /api/my-account")).status).toBe(401);
    expect(lane.names()).toEqual([]);
  });

  it("makes captchas of all three kinds without a call (M25)", async () => {
    const browser = service.browser();
    lane.mend();
    const { body } = await browser.call("POST /api/captcha", { form: "sign-in" });
    expect((await browser.call("POST /api/captcha/sound", { token: body.token, language: "zh-TW" })).status).toBe(200);
    expect((await browser.call("POST /api/captcha/work", { form: "sign-in" })).status).toBe(200);
    expect(lane.names()).toEqual([]);
  });

  it("signs out with one call (M30)", async () => {
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    await signIn(browser, accountName);
    lane.mend();
    expect((await browser.call("POST /api/sign-out", {})).status).toBe(200);
    expect(lane.names()).toEqual(["dynamodb.TransactWriteItems accounts+logouts+sessions"]);
  });

  it("shows a reset grant with one read, and resets with 4 calls to DynamoDB and 1 to Cognito (M50, R2–R4)", async () => {
    const { accountName } = await withAccount(service);
    const browser = await grantTo(service, accountName, service.browser());
    lane.mend();
    expect((await browser.call("GET /api/reset-password")).body.state).toBe("open");
    expect(lane.names()).toEqual(["dynamodb.BatchGetItem accounts+flows"]);

    lane.mend();
    expect((await reset(browser)).status).toBe(200);
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts+flows",
      "dynamodb.TransactWriteItems accounts+audit+flows+logouts+messages",
      "cognito.AdminSetUserPassword",
      "dynamodb.TransactWriteItems accounts+flows",
      "ses.SendEmail",
      "dynamodb.UpdateItem messages",
    ]);

    lane.mend();
    expect((await reset(browser)).status).toBe(200);
    expect(lane.names()).toEqual(["dynamodb.BatchGetItem accounts+flows"]);
  });

  it("opens a reset grant with one call (R1), and asks nothing of anybody when there is none", async () => {
    const { accountName } = await withAccount(service);
    lane.mend();
    await grantTo(service, accountName, service.browser());
    expect(lane.names().filter((name) => name !== "dynamodb.BatchGetItem claims+limits")).toEqual([
      "dynamodb.PutItem flows",
    ]);
    lane.mend();
    expect((await service.browser().call("GET /api/reset-password")).body.state).toBe("none");
    expect((await reset(service.browser())).status).toBe(409);
    expect(lane.names()).toEqual([]);
  });
});
