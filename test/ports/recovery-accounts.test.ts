import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { dynamoRecoveryAccounts } from "../../functions/adapters/recovery-accounts.ts";
import { dynamoSignInAccounts } from "../../functions/adapters/sign-in-accounts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { TestClock } from "../service/clock.ts";
import { startParts } from "../service/service.ts";
import { accountLike, disabled } from "../verify-code/forgetful.ts";

await startParts();
const prefix = "recovery-";
await ensureTables(prefix);
const clock = new TestClock();
const random = (bytes = 4) => Buffer.from(systemIds.bytes(bytes)).toString("hex");
const service = { prefix, clock, random };
const parts = { dynamo: dynamo(prefix), keys: secretsManagerKeys("educloud/key-ring"), clock };
const accounts = dynamoRecoveryAccounts(parts);

it("an account is found by its name and by its id, with the proof of each contact (M18)", async () => {
  const { accountName, userId, email, mobile } = await accountLike(service);
  const found = await accounts.byAccount(accountName);
  expect(found.rowId).toBe(userId);
  expect(found.account).toMatchObject({
    userId,
    accountName,
    status: "ACTIVE",
    frozen: false,
    selfEnable: true,
    secondFactor: false,
    lockedUntil: 0,
    email: { value: email, proved: true },
    mobile: { value: mobile, proved: false },
  });
  expect(await accounts.byUserId(userId)).toEqual(found.account);
});

it("what stands on the row of an account is told", async () => {
  const row = { ...disabled, frozen: true, selfEnable: false, secondFactor: "on", lockedUntil: 7 };
  const { accountName } = await accountLike(service, { row });
  expect((await accounts.byAccount(accountName)).account).toMatchObject({
    status: "DISABLED",
    frozen: true,
    selfEnable: false,
    secondFactor: true,
    lockedUntil: 7,
  });
});

it("a name that nobody has is always the same nobody, with the tries of sign-in on its row or not (T04)", async () => {
  const accountName = `u${random(5)}`;
  const found = await accounts.byAccount(accountName);
  expect(found.rowId).toMatch(/^decoy-/);
  expect(found.account).toBeUndefined();
  const signIn = dynamoSignInAccounts({ ...parts, policy: policies.seed });
  await signIn.reserveTry(found.rowId, true, undefined);
  expect(await accounts.byAccount(accountName)).toEqual(found);
  expect(await accounts.byUserId(systemIds.id())).toBeUndefined();
});

it("a name that an application holds is nobody's", async () => {
  const accountName = `u${random(5)}`;
  const { userId } = await accountLike(service);
  const held = { claim: `name#${accountName}`, userId, flowId: "a flow", state: "HELD", heldUntil: clock.now() + 1 };
  await parts.dynamo.send(new PutCommand({ TableName: `${prefix}claims`, Item: held }));
  expect((await accounts.byAccount(accountName)).account).toBeUndefined();
});
