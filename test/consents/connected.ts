import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { dynamoApplications } from "../../functions/adapters/applications.ts";
import { dynamoConsents } from "../../functions/adapters/consents.ts";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { applicationEventRow } from "../../functions/adapters/events.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { type ApplicationFile, applicationFile } from "../../functions/contract/applications.ts";
import { policies } from "../../functions/contract/policy.ts";
import type { Service } from "../service/service.ts";

/** A file as an owner writes it, with the least it must have. */
export const fileOf = (clientId: string, more: Partial<ApplicationFile> = {}): ApplicationFile => ({
  clientId,
  name: { "zh-TW": `範例${clientId}`, en: `Sample ${clientId}` },
  owner: { name: "範例教育中心", contact: "owner@application.test" },
  redirectUris: [`https://${clientId}.test/callback`],
  scopes: {
    openid: { "zh-TW": "認得您是同一個人", en: "To know you again" },
    email: { "zh-TW": "寄作業的通知", en: "To mail you about homework" },
  },
  ...more,
});

/** Applications, consents and records of a service, written past its own functions; `another` look at them forgets what it read. */
export function connected(service: Service) {
  const [keys, policy, ids] = [secretsManagerKeys("educloud/key-ring"), policies.seed, systemIds];
  const parts = { dynamo: tables(service.prefix), keys, clock: service.clock, ids, policy };
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const applications = dynamoApplications(parts);
  return {
    consents: dynamoConsents(parts),
    async register(clientId: string, more: Partial<ApplicationFile> = {}) {
      const secret = await applications.save(applicationFile.parse(fileOf(clientId, more)), { operator: "test" });
      service.clock.advanceBy({ seconds: policy.oidc.applicationsCached });
      return secret;
    },
    async unregister(clientId: string) {
      await applications.remove(clientId, { operator: "test" });
      service.clock.advanceBy({ seconds: policy.oidc.applicationsCached });
    },
    /** Somebody signed in to an application now. */
    async signedIn(userId: string, clientId: string, address = "203.0.113.9") {
      const event = { userId, at: service.clock.now(), clientId, sessionKey: "s", address, browser: "test browser" };
      const Item = await applicationEventRow({ keys, ids, policy }, event);
      await documents.send(new PutCommand({ TableName: `${service.prefix}events`, Item }));
    },
  };
}
