import { cognitoCredentials } from "../adapters/credentials.ts";
import { delivery as deliver } from "../adapters/delivery.ts";
import { dynamo as tables } from "../adapters/dynamo.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { secretsManagerKeys } from "../adapters/keys.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoRegistrations } from "../adapters/registrations.ts";
import { dynamoRoster } from "../adapters/roster.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { policies } from "../contract/policy.ts";
import { readSettings } from "../contract/settings.ts";
import { jobsOf } from "./jobs.ts";

/** One event, one job: `{"job": "<name>", …}`. Throws on anything else, so that a wrong schedule is seen. */
export function wire({ environment, clock, ids }: Surroundings) {
  const settings = readSettings(environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID", "MAIL_FROM"]);
  const policy = policies[settings.POLICY_PROFILE];
  const parts = {
    dynamo: tables(settings.TABLE_PREFIX),
    keys: secretsManagerKeys(settings.KEY_RING_SECRET_ID),
    clock,
    ids,
    policy,
  };
  const [metrics, intents, registrations] = [embeddedMetrics("jobs"), dynamoIntents(parts), dynamoRegistrations(parts)];
  const credentials = cognitoCredentials(
    { userPoolId: settings.USER_POOL_ID, clientId: settings.USER_POOL_CLIENT_ID },
    ids,
  );
  const failed = () => metrics.count("MessageFailed");
  const delivery = deliver({ post: awsPost(settings.MAIL_FROM, settings.SMS_SENDER), intents, failed });

  return jobsOf({
    registrations,
    credentials,
    metrics,
    intents,
    delivery,
    store: dynamoRoster(parts),
    clock,
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
