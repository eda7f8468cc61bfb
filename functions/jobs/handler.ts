import { dynamoBounces } from "../adapters/bounces.ts";
import { cognitoCredentials } from "../adapters/credentials.ts";
import { dynamoDefaultPasswordIssuer } from "../adapters/default-password-issuer.ts";
import { delivery } from "../adapters/delivery.ts";
import { dynamoDisabling } from "../adapters/disabling.ts";
import { dynamoEndedRoles } from "../adapters/ended-roles.ts";
import { dynamoIdleAccounts } from "../adapters/idle-accounts.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { dynamoMailOutcomes } from "../adapters/mail-outcomes.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { partsOf, poolOf } from "../adapters/parts.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoRegistrations } from "../adapters/registrations.ts";
import { dynamoResetSweep } from "../adapters/reset-sweep.ts";
import { dynamoRoster } from "../adapters/roster.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { jobsOf } from "./jobs.ts";

/** One event, one job: `{"job": "<name>", …}`, or records of the stream of messages. Throws on anything else, so that a wrong schedule is seen. */
export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID", "MAIL_FROM"]);
  const parts = partsOf(settings, surroundings);
  const [metrics, intents] = [embeddedMetrics("jobs"), dynamoIntents(parts)];
  const bounces = dynamoBounces(parts);
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  return jobsOf({
    ...parts,
    metrics,
    intents,
    registrations: dynamoRegistrations(parts),
    resets: dynamoResetSweep(parts),
    credentials: cognitoCredentials(poolOf(settings), parts.ids),
    delivery: delivery({ post, intents, bounces, failed: () => metrics.count("MessageFailed") }),
    mailOutcomes: dynamoMailOutcomes(parts),
    bounces,
    store: dynamoRoster(parts),
    idle: dynamoIdleAccounts(parts),
    disabling: dynamoDisabling(parts),
    endedRoles: dynamoEndedRoles(parts),
    issuer: dynamoDefaultPasswordIssuer(parts),
    accountDomain: settings.ACCOUNT_DOMAIN,
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
