import { expect, it } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";
import { activationMail, joining } from "../service/public-people.ts";
import { expectSteps } from "./same-steps.ts";

const { service, lane } = await startProxiedService();

it("其他 register with 5 calls to DynamoDB, and activate by the link with 6 and 2 to Cognito (M20, performance goal 1)", async () => {
  const [browser, email] = [service.browser(), "counted@mail.test"];
  lane.mend();
  expect((await joining.register(browser, email)).status).toBe(200);
  expectSteps(lane.names(), [
    "dynamodb.PutItem once",
    "dynamodb.UpdateItem limits",
    "dynamodb.BatchGetItem claims",
    "dynamodb.TransactWriteItems flows",
    "dynamodb.TransactWriteItems challenges+flows+limits+messages",
  ]);
  const { token } = await activationMail(service, email);
  lane.mend();
  expect((await joining.look(browser, token)).status).toBe(200);
  expectSteps(lane.names(), ["dynamodb.BatchGetItem flows"]);
  lane.mend();
  expect((await joining.byLink(browser, token)).status).toBe(200);
  expectSteps(lane.names(), [
    "dynamodb.BatchGetItem flows",
    "dynamodb.UpdateItem flows",
    "dynamodb.TransactWriteItems claims+flows",
    "cognito.AdminCreateUser",
    "cognito.AdminSetUserPassword",
    "dynamodb.BatchGetItem flows",
    "dynamodb.TransactWriteItems accounts+audit+claims+flows+messages",
    "ses.SendEmail",
    "dynamodb.UpdateItem messages",
  ]);
});
