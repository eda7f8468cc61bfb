import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { partsOf } from "../../functions/adapters/parts.ts";
import { dynamoSessions } from "../../functions/adapters/sessions.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { type Browser, userIdIn } from "../service/browser.ts";
import type { Service } from "../service/service.ts";

/** The account's row says that a second factor is on. */
export async function turnOn(service: Service, browser: Browser): Promise<void> {
  const client = new DynamoDBClient({});
  await client.send(
    new UpdateItemCommand({
      TableName: `${service.prefix}accounts`,
      Key: { userId: { S: userIdIn(browser) } },
      UpdateExpression: "SET secondFactor = :on",
      ExpressionAttributeValues: { ":on": { S: "on" } },
    }),
  );
  client.destroy();
}

/** The session goes on as one that has given its second factor too. */
export async function stepUp({ environment, clock }: Service, browser: Browser): Promise<void> {
  const sessions = dynamoSessions(partsOf(readSettings(environment), { environment, clock, ids: systemIds }));
  const session = await sessions.find(browser.cookies.get("__Host-session") ?? "");
  const cookie = session && (await sessions.rotate(session, { methods: ["pwd", "otp"] }));
  if (cookie === undefined) throw new Error("there is no session to step up");
  browser.cookies.set("__Host-session", cookie);
  browser.csrfToken = await sessions.csrfToken(cookie);
}
