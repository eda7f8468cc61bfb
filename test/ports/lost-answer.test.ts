import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { sealedCaptchas } from "../../functions/adapters/captchas.ts";
import { dynamoCountyAccounts } from "../../functions/adapters/county-accounts.ts";
import { dynamoDefaultPasswords } from "../../functions/adapters/default-passwords.ts";
import { type Dynamo, dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { dynamoEvents } from "../../functions/adapters/events.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { dynamoSessions } from "../../functions/adapters/sessions.ts";
import { dynamoSignInAccounts } from "../../functions/adapters/sign-in-accounts.ts";
import { sealedSignInSteps } from "../../functions/adapters/sign-in-steps.ts";
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

describe("signing in, when an answer was lost and the SDK tried again (T45, T46)", () => {
  const parts = () => ({
    dynamo: twice(tables("lost-answer-")),
    keys: secretsManagerKeys("educloud/key-ring"),
    clock: new TestClock(),
    ids: systemIds,
    policy: policies.seed,
  });
  const client = { address: "192.0.2.1", browser: "x" };
  const account = async (own: ReturnType<typeof parts>) => {
    const userId = systemIds.id();
    const person = await own.keys.seal("person-data", { name: "測試生", enrolments: [] });
    const at = "2026-11-20T00:00:00.000Z";
    const row = { userId, status: "ACTIVE", accountName: "lost", epoch: 0, person, devices: {}, sessions: {} };
    await own.dynamo.send(
      new PutCommand({ TableName: own.dynamo.name("accounts"), Item: { ...row, lastSignInAt: at } }),
    );
    return { userId, at };
  };

  it("the session lives, is recorded once, and the sign-in before it is still the one before it", async () => {
    const own = parts();
    const { userId, at } = await account(own);
    const sessions = dynamoSessions(own);
    const minted = await sessions.mint(userId);
    await sessions.start(minted, { epoch: 0, client, methods: ["pwd"] });
    const success = { device: { id: "a-device" }, forget: [], sessionKey: minted.sessionKey, end: [] };
    await dynamoSignInAccounts(own).succeed(userId, success);
    expect((await sessions.find(minted.cookie))?.profile.previousSignInAt).toBe(at);
    expect(await dynamoEvents(own).signIns(userId, 10)).toHaveLength(1);
  });

  it("by a county too", async () => {
    const own = parts();
    const { userId, at } = await account(own);
    const sessions = dynamoSessions(own);
    const minted = await sessions.mint(userId);
    expect(await dynamoCountyAccounts(own).signIn(userId, minted)).toMatchObject({ outcome: "signed-in" });
    await sessions.start(minted, { epoch: 0, client, methods: ["fed"] });
    expect((await sessions.find(minted.cookie))?.profile.previousSignInAt).toBe(at);
  });

  it("a step between two factors is this call's to use, and nobody's after it (T42)", async () => {
    const steps = sealedSignInSteps(parts());
    const step = { id: systemIds.id(), userId: "u", epoch: 0, methods: ["pwd"] as const, deviceId: "d" };
    expect(await steps.spend(step)).toBe(true);
    expect(await steps.spend(step)).toBe(false);
  });

  it("a session gets its new secret, and signs out (T21)", async () => {
    const own = parts();
    const { userId } = await account(own);
    const sessions = dynamoSessions(own);
    const minted = await sessions.mint(userId);
    await sessions.start(minted, { epoch: 0, client, methods: ["pwd"] });
    const success = { device: { id: "a-device" }, forget: [], sessionKey: minted.sessionKey, end: [] };
    await dynamoSignInAccounts(own).succeed(userId, success);
    const session = await sessions.find(minted.cookie);
    const rotated = await sessions.rotate(session!, { methods: ["pwd"] });
    expect(await sessions.find(rotated ?? "")).toBeDefined();
    expect(await sessions.end(rotated ?? "")).toEqual({ userId, sessionKey: minted.sessionKey });
    expect(await sessions.find(rotated ?? "")).toBeUndefined();
  });
});

describe("signing in, when DynamoDB leaves rows of a batch undone (T47)", () => {
  it("is 'busy' and no sign-in: throttling is what it is called", async () => {
    const inner = tables("lost-answer-");
    const send = async (command: { input: { RequestItems?: unknown } }) => {
      const answer = await inner.send(command as never);
      return command.input.RequestItems === undefined ? answer : { UnprocessedItems: command.input.RequestItems };
    };
    const sessions = dynamoSessions({
      dynamo: { ...inner, send: send as never },
      keys: secretsManagerKeys("educloud/key-ring"),
      clock: new TestClock(),
      ids: systemIds,
      policy: policies.seed,
    });
    const start = sessions.start(await sessions.mint(systemIds.id()), {
      epoch: 0,
      client: { address: "192.0.2.1", browser: "x" },
      methods: ["pwd"],
    });
    await expect(start).rejects.toMatchObject({ name: "ThrottlingException" });
  });
});

describe("on the way by a county, when an answer was lost and the SDK tried again (T45, T46)", () => {
  const accounts = () =>
    dynamoCountyAccounts({
      dynamo: twice(tables("lost-answer-")),
      keys: secretsManagerKeys("educloud/key-ring"),
      clock: new TestClock(),
      ids: systemIds,
      policy: policies.seed,
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
