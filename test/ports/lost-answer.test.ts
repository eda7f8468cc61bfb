import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { sealedCaptchas } from "../../functions/adapters/captchas.ts";
import { dynamoCountyAccounts } from "../../functions/adapters/county-accounts.ts";
import { dynamoDefaultPasswords } from "../../functions/adapters/default-passwords.ts";
import { type Dynamo, dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { dynamoSessions } from "../../functions/adapters/sessions.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { TestClock } from "../service/clock.ts";
import { allRows } from "../service/rows.ts";
import { startParts } from "../service/service.ts";

await startParts();
await ensureTables("lost-answer-");

/** Every write arrives twice, as when the answer to the first was lost and the SDK tried again. */
function twice(inner: Dynamo): Dynamo {
  const send = async (command: never) => {
    await inner.send(command);
    return inner.send(command);
  };
  return { ...inner, send: send as never };
}

it("a session whose first write was answered by nobody is begun all the same (T45, T46)", async () => {
  const sessions = dynamoSessions({
    dynamo: twice(tables("lost-answer-")),
    keys: secretsManagerKeys("educloud/key-ring"),
    clock: new TestClock(),
    ids: systemIds,
    policy: policies.seed,
  });
  const userId = systemIds.id();
  const cookie = await sessions.start({ userId, epoch: 0, client: { address: "192.0.2.1", browser: "x" } });
  expect(cookie.startsWith(`${userId}.`)).toBe(true);
});

describe("on the way by a county, when an answer was lost and the SDK tried again (T45, T46)", () => {
  const accounts = () =>
    dynamoCountyAccounts({
      dynamo: twice(tables("lost-answer-")),
      keys: secretsManagerKeys("educloud/key-ring"),
      clock: new TestClock(),
      ids: systemIds,
    });

  it("a round trip is this call's to use, and nobody's after it (T34)", async () => {
    const id = systemIds.id();
    expect(await accounts().spend(id)).toBe(true);
    expect(await accounts().spend(id)).toBe(false);
  });

  it("a refusal is noted once, and said as such (I5)", async () => {
    const subject = `county#${systemIds.id()}`;
    await accounts().audit(subject, "county.refused", { reason: "round-trip" });
    const records = (await allRows("lost-answer-")).filter((row) => row.includes(subject));
    expect(records).toHaveLength(1);
  });
});

describe("on the way by a default password or a code, when an answer was lost and the SDK tried again (T45, T46)", () => {
  const parts = (inner = twice(tables("lost-answer-"))) => ({
    dynamo: inner,
    keys: secretsManagerKeys("educloud/key-ring"),
    clock: new TestClock(),
    ids: systemIds,
    policy: policies.seed,
  });

  it("a default password is spent by this call, and by nobody after it (T16)", async () => {
    const live = { hash: "h", epoch: 3 };
    const userId = systemIds.id();
    const { clock, dynamo, ...rest } = parts();
    const row = { userId, status: "ACTIVE", epoch: 3, defaultPassword: { hash: "h", until: clock.now(), epoch: 3 } };
    await dynamo.send(new PutCommand({ TableName: dynamo.name("accounts"), Item: row }));
    const passwords = dynamoDefaultPasswords({ clock, dynamo, ...rest });
    expect(await passwords.spend(userId, live)).toBe(true);
    expect(await passwords.spend(userId, live)).toBe(false);
  });

  it("a right captcha is right, once (M25)", async () => {
    const captchas = sealedCaptchas(parts());
    const { token } = await captchas.issue("reset-password", "123");
    const answer = { token, digits: "123" };
    expect((await captchas.redeem("reset-password", answer)).right).toBe(true);
    expect((await captchas.redeem("reset-password", answer)).right).toBe(false);
  });
});
