import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { generateSync } from "otplib";
import { type Dynamo, dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { dynamoSecondFactors } from "../../functions/adapters/second-factors.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import type { SecondFactors } from "../../functions/ports/second-factors.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { TestClock } from "../service/clock.ts";

const keys = secretsManagerKeys("educloud/key-ring");

/** The real adapter over the real embedded parts, which a test has started. `through` may stand between it and the tables. */
export async function factorWorld(prefix: string, through: (dynamo: Dynamo) => Dynamo = (dynamo) => dynamo) {
  await ensureTables(prefix);
  const [clock, plain] = [new TestClock(), tables(prefix)];
  const factors: SecondFactors = dynamoSecondFactors({
    dynamo: through(plain),
    keys,
    clock,
    ids: systemIds,
    policy: policies.seed,
    accountDomain: "account.test",
    siteOrigin: "https://account.test",
  });
  const row = async (table: "accounts" | "factors", userId: string) =>
    (await plain.send(new GetCommand({ TableName: plain.name(table), Key: { userId }, ConsistentRead: true }))).Item;

  return {
    clock,
    factors,
    row,
    /** An account with both contacts and no second factor. */
    async account(): Promise<string> {
      const userId = systemIds.id();
      const person = await keys.seal("person-data", {
        name: "測試生",
        enrolments: [],
        email: { value: `${userId}@mail.test`, proved: true },
        mobile: { value: "+886912345678", proved: false },
      });
      const Item = { userId, status: "ACTIVE", accountName: "tester", personKey: "k", person, epoch: 3, createdAt: "" };
      await plain.send(new PutCommand({ TableName: plain.name("accounts"), Item }));
      return userId;
    },
    /** Changes a field of the account, as a reset or an administrator does. */
    set: (userId: string, field: string, value: unknown) =>
      plain.send(
        new UpdateCommand({
          TableName: plain.name("accounts"),
          Key: { userId },
          UpdateExpression: "SET #field = :value",
          ExpressionAttributeNames: { "#field": field },
          ExpressionAttributeValues: { ":value": value },
        }),
      ),
    /** What an app shows now, or so many seconds away from now. */
    shown: (secret: string, seconds = 0) => generateSync({ secret, epoch: Math.floor(clock.now() / 1_000) + seconds }),
    /** The events of the account's audit records, oldest first. */
    async audit(userId: string): Promise<string[]> {
      const { Items = [] } = await plain.send(
        new QueryCommand({
          TableName: plain.name("audit"),
          KeyConditionExpression: "subject = :user",
          ExpressionAttributeValues: { ":user": userId },
          ConsistentRead: true,
        }),
      );
      return Items.map(({ event }) => String(event));
    },
  };
}

export type FactorWorld = Awaited<ReturnType<typeof factorWorld>>;

/** A bound factor, a minute later: what bound it is used and gone. */
export async function withBound(world: FactorWorld) {
  const userId = await world.account();
  const started = await world.factors.start(userId);
  if (started === undefined) throw new Error("no binding was started");
  const { secret } = started;
  await world.factors.bind(userId, world.shown(secret));
  world.clock.advanceBy({ minutes: 2 });
  return { userId, secret };
}

/** A factor that is on, two minutes later. */
export async function withFactor(world: FactorWorld) {
  const { userId, secret } = await withBound(world);
  const enabled = await world.factors.enable(userId, world.shown(secret), 3);
  if (enabled.outcome !== "right") throw new Error(`the factor is not on: ${enabled.outcome}`);
  world.clock.advanceBy({ minutes: 2 });
  return { userId, secret, recoveryCodes: enabled.recoveryCodes };
}
