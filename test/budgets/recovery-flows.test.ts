import { describe, expect, it } from "vitest";
import { activate, disable, showActivation } from "../activate-account/disabled.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { ask } from "../forgot-account/asking.ts";
import { grantTo, userIdOf } from "../reset-password/holder.ts";
import { sendPersonalData } from "../reset-password/personal-data.ts";
import { withAccount } from "../service/people.ts";
import { count, expectSteps } from "./same-steps.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const fresh = () => lane.mend();

async function disabled() {
  const account = await withAccount(service);
  await disable(service, rows, await userIdOf(service, account.accountName), {}, proxy.behind.cognito);
  return account;
}

describe("calls to AWS of getting back in (performance goal 1, SHAPE)", () => {
  it("a forgotten account takes 6 calls, found or not, and none to Cognito or the post (M41)", async () => {
    const { person } = await withAccount(service);
    for (const [personId, outcome] of [
      [person.personId, "shown"],
      [`T-${service.random(5)}`, "not-found"],
    ] as const) {
      const { body } = await ask(service.browser(), personId, fresh);
      expect(body.outcome).toBe(outcome);
      expectSteps(lane.names(), [
        "dynamodb.TransactWriteItems limits+once",
        "dynamodb.BatchGetItem claims",
        "dynamodb.BatchGetItem accounts",
        ["dynamodb.UpdateItem limits", "dynamodb.UpdateItem limits"],
        "dynamodb.TransactWriteItems audit+messages",
      ]);
      expect(count(lane.names(), "dynamodb")).toBe(6);
    }
  });

  it("a miss writes no more than counters and the captcha (M41)", async () => {
    const kept = () => Promise.all((["audit", "messages", "flows"] as const).map((table) => rows.all(table)));
    const before = await kept();
    await ask(service.browser(), `T-${service.random(5)}`);
    expect(await kept()).toEqual(before);
  });

  it.each([
    ["reset-password", () => withAccount(service)],
    ["activate", disabled],
  ] as const)(
    "personal data that match open a grant at %s with 6 calls, then the warning (M48, M55)",
    async (form, make) => {
      const { person } = await make();
      expect((await sendPersonalData(service.browser(), person, form, fresh)).status).toBe(200);
      expectSteps(lane.names(), [
        "dynamodb.TransactWriteItems limits+once",
        ["dynamodb.Query roster", "dynamodb.BatchGetItem claims"],
        "dynamodb.BatchGetItem accounts",
        "dynamodb.UpdateItem limits",
        "dynamodb.TransactWriteItems audit+flows+messages",
        "ses.SendEmail",
        "dynamodb.UpdateItem messages",
      ]);
    },
  );

  it("an activation shows its grant with one read and takes 3 calls to DynamoDB and 2 to Cognito, then the notice (M55)", async () => {
    const { accountName } = await disabled();
    const browser = await grantTo(service, accountName, service.browser(), "code", "activate");
    fresh();
    expect((await showActivation(browser)).body.state).toBe("open");
    expect(lane.names()).toEqual(["dynamodb.BatchGetItem accounts+flows"]);

    fresh();
    expect((await activate(browser)).status).toBe(200);
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts+flows",
      "dynamodb.TransactWriteItems accounts+audit+flows+messages",
      "cognito.AdminSetUserPassword",
      "cognito.AdminEnableUser",
      "dynamodb.TransactWriteItems accounts+flows",
      "ses.SendEmail",
      "dynamodb.UpdateItem messages",
    ]);

    fresh();
    expect((await activate(browser)).status).toBe(200);
    expect(lane.names()).toEqual(["dynamodb.BatchGetItem accounts+flows"]);
  });

  it("asks nothing of anybody where there is no activation grant", async () => {
    fresh();
    expect((await showActivation(service.browser())).body.state).toBe("none");
    expect((await activate(service.browser())).status).toBe(409);
    expect(lane.names()).toEqual([]);
  });
});
