import { Logger } from "@aws-lambda-powertools/logger";
import { dynamoApplications } from "../adapters/applications.ts";
import { dynamoAuditChain } from "../adapters/audit-chain.ts";
import { dynamoBounces } from "../adapters/bounces.ts";
import { isLoopbackOrigin } from "../adapters/bounded-post.ts";
import { dynamoClosing } from "../adapters/closing.ts";
import { dynamoConsents } from "../adapters/consents.ts";
import { cognitoCredentials } from "../adapters/credentials.ts";
import { dynamoDefaultPasswordIssuer } from "../adapters/default-password-issuer.ts";
import { delivery } from "../adapters/delivery.ts";
import { dynamoDisabling } from "../adapters/disabling.ts";
import { dynamoEndedRoles } from "../adapters/ended-roles.ts";
import { dynamoEvents } from "../adapters/events.ts";
import { dynamoIdleAccounts } from "../adapters/idle-accounts.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { dynamoLegacyAccounts } from "../adapters/legacy-accounts.ts";
import { dynamoLegacyImport } from "../adapters/legacy-import.ts";
import { dynamoLegacyLinks } from "../adapters/legacy-links.ts";
import { dynamoLegacyPlatforms } from "../adapters/legacy-platforms.ts";
import { logoutPost } from "../adapters/logout-post.ts";
import { dynamoLogoutQueue } from "../adapters/logouts.ts";
import { dynamoMailOutcomes } from "../adapters/mail-outcomes.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { notificationPost } from "../adapters/notification-post.ts";
import { dynamoNotifications } from "../adapters/notifications.ts";
import { partsOf, poolOf } from "../adapters/parts.ts";
import { s3Pictures } from "../adapters/pictures.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoPublicRegistrationSweep } from "../adapters/public-registration-sweep.ts";
import { dynamoRegistrations } from "../adapters/registrations.ts";
import { dynamoResetSweep } from "../adapters/reset-sweep.ts";
import { dynamoRoster } from "../adapters/roster.ts";
import { dynamoSigningKeys, ringSigner } from "../adapters/signing-keys.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { dynamoUnnamedPictures } from "../adapters/unnamed-pictures.ts";
import { readSettings } from "../contract/settings.ts";
import { jobsOf } from "./jobs.ts";

const logger = new Logger({ serviceName: "jobs" });

/** One event, one job: `{"job": "<name>", …}`, or records of the stream of messages. Throws on anything else, so that a wrong schedule is seen. */
export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, [
    "USER_POOL_ID",
    "USER_POOL_CLIENT_ID",
    "MAIL_FROM",
    "PICTURE_BUCKET",
  ]);
  const parts = partsOf(settings, surroundings);
  const [metrics, intents] = [embeddedMetrics("jobs"), dynamoIntents(parts)];
  const bounces = dynamoBounces(parts);
  const signingKeys = dynamoSigningKeys(parts);
  const onLoopback = isLoopbackOrigin(settings.SITE_ORIGIN);
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  return jobsOf({
    ...parts,
    metrics,
    intents,
    registrations: dynamoRegistrations(parts),
    publicRegistrations: dynamoPublicRegistrationSweep(parts),
    resets: dynamoResetSweep(parts),
    credentials: cognitoCredentials(poolOf(settings), parts.ids),
    delivery: delivery({ post, intents, bounces, failed: () => metrics.count("MessageFailed") }),
    mailOutcomes: dynamoMailOutcomes(parts),
    bounces,
    store: dynamoRoster(parts),
    pictures: s3Pictures({ bucket: settings.PICTURE_BUCKET }),
    unnamedPictures: dynamoUnnamedPictures(parts),
    legacyAccounts: dynamoLegacyAccounts(parts),
    legacyImport: dynamoLegacyImport(parts),
    legacyPlatforms: dynamoLegacyPlatforms(parts),
    legacyLinks: dynamoLegacyLinks(parts),
    idle: dynamoIdleAccounts(parts),
    closing: dynamoClosing(parts),
    disabling: dynamoDisabling(parts),
    endedRoles: dynamoEndedRoles(parts),
    issuer: dynamoDefaultPasswordIssuer(parts),
    applications: dynamoApplications(parts),
    consents: dynamoConsents(parts),
    events: dynamoEvents(parts),
    logouts: dynamoLogoutQueue(parts),
    auditChain: dynamoAuditChain(parts),
    chainsEnd: (said) => logger.info("Where the audit chains of a day end", { ...said }),
    logoutPost: logoutPost({ patience: parts.policy.logout.patience, onLoopback }),
    logoutFailed(clientId, why) {
      metrics.count("LogoutFailed");
      logger.warn("An application was not told of a sign-out", { clientId, why });
    },
    notifications: dynamoNotifications(parts),
    notificationPost: notificationPost({ patience: parts.policy.legacy.events.patience, onLoopback }),
    notTaken(clientId, why, givenUp) {
      if (givenUp) metrics.count("NotificationFailed");
      logger.warn("An application did not take an event", { clientId, why, givenUp });
    },
    signingKeys,
    signer: ringSigner(signingKeys),
    siteOrigin: settings.SITE_ORIGIN,
    accountDomain: settings.ACCOUNT_DOMAIN,
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
