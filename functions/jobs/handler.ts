import { cognitoCredentials } from "../adapters/credentials.ts";
import { delivery } from "../adapters/delivery.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { partsOf, poolOf } from "../adapters/parts.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoRegistrations } from "../adapters/registrations.ts";
import { dynamoResetSweep } from "../adapters/reset-sweep.ts";
import { dynamoRoster } from "../adapters/roster.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { jobsOf } from "./jobs.ts";

/** One event, one job: `{"job": "<name>", …}`. Throws on anything else, so that a wrong schedule is seen. */
export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID", "MAIL_FROM"]);
  const parts = partsOf(settings, surroundings);
  const [metrics, intents] = [embeddedMetrics("jobs"), dynamoIntents(parts)];
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  return jobsOf({
    ...parts,
    metrics,
    intents,
    registrations: dynamoRegistrations(parts),
    resets: dynamoResetSweep(parts),
    credentials: cognitoCredentials(poolOf(settings), parts.ids),
    delivery: delivery({ post, intents, failed: () => metrics.count("MessageFailed") }),
    store: dynamoRoster(parts),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
