import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterAll } from "vitest";
import { sealedCaptchas } from "../../functions/adapters/captchas.ts";
import { dynamoChallenges } from "../../functions/adapters/challenges.ts";
import { listedPasswords } from "../../functions/adapters/common-passwords.ts";
import { dynamoConsents } from "../../functions/adapters/consents.ts";
import { cognitoCredentials } from "../../functions/adapters/credentials.ts";
import { sealedDevices } from "../../functions/adapters/devices.ts";
import { sealedDrafts } from "../../functions/adapters/drafts.ts";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { dynamoIntents } from "../../functions/adapters/intents.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { dynamoLookUps } from "../../functions/adapters/look-ups.ts";
import { sealedPasswordHistory } from "../../functions/adapters/password-history.ts";
import { dynamoRegistrations } from "../../functions/adapters/registrations.ts";
import { dynamoResetGrants, resetGrantMaker } from "../../functions/adapters/reset-grants.ts";
import { dynamoResetSweep } from "../../functions/adapters/reset-sweep.ts";
import { dynamoRoster } from "../../functions/adapters/roster.ts";
import { dynamoSessions } from "../../functions/adapters/sessions.ts";
import { dynamoSignInAccounts } from "../../functions/adapters/sign-in-accounts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { TestClock } from "../service/clock.ts";
import { allRows } from "../service/rows.ts";
import { startParts } from "../service/service.ts";
import type { MakeWorld } from "./world.ts";

const prefix = "ports-";

/**
 * Every port as its adapter, over the real embedded parts; started once a test file. The worlds of one file share the tables, each on
 * a day of its own, so that no limit of one reaches into another.
 */
export async function realWorlds(): Promise<MakeWorld> {
  const { pool } = await startParts();
  await ensureTables(prefix);
  const client = new DynamoDBClient({});
  afterAll(() => client.destroy());
  const documents = DynamoDBDocumentClient.from(client);
  const [keys, dynamo, ids] = [secretsManagerKeys("educloud/key-ring"), tables(prefix), systemIds];
  const fixed = { keys, ids, commonPasswords: listedPasswords(), credentials: cognitoCredentials(pool, ids) };
  let days = 0;

  return (policy = policies.seed) => {
    const clock = new TestClock();
    clock.advanceBy({ days });
    // Two days on: the longest window of a limit ends with the day after.
    days += 2;
    const parts = { dynamo, keys, clock, ids, policy };
    return {
      ...fixed,
      clock,
      policy,
      accounts: dynamoSignInAccounts(parts),
      captchas: sealedCaptchas(parts),
      challenges: dynamoChallenges(parts),
      consents: dynamoConsents(parts),
      devices: sealedDevices(parts),
      drafts: sealedDrafts(parts),
      intents: dynamoIntents(parts),
      lookUps: dynamoLookUps(parts),
      passwordHistory: sealedPasswordHistory(parts),
      registrations: dynamoRegistrations(parts),
      resets: { ...resetGrantMaker(parts), ...dynamoResetGrants(parts), ...dynamoResetSweep(parts) },
      roster: dynamoRoster(parts),
      sessions: dynamoSessions(parts),
      async solve(work) {
        const challenge = work as Challenge;
        const solution = await solveChallenge({ challenge, deriveKey });
        return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
      },
      async change(userId, change) {
        const names = Object.keys(change);
        await documents.send(
          new UpdateCommand({
            TableName: `${prefix}accounts`,
            Key: { userId },
            UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(", ")}`,
            ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
            ExpressionAttributeValues: Object.fromEntries(
              Object.entries(change).map(([name, value]) => [`:${name}`, value]),
            ),
          }),
        );
      },
      rows: async (table) => (await allRows(prefix)).filter((row) => row.startsWith(`${table} `)),
    };
  };
}
