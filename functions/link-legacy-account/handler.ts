import { dynamoApplications } from "../adapters/applications.ts";
import { sealedCaptchas } from "../adapters/captchas.ts";
import { defaultPasswordText } from "../adapters/default-password-text.ts";
import { delivery } from "../adapters/delivery.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { legacyAccountsLater } from "../adapters/legacy-accounts-later.ts";
import { dynamoLegacyLinks } from "../adapters/legacy-links.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { notMeLinks } from "../adapters/not-me.ts";
import { partsOf } from "../adapters/parts.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoSessions } from "../adapters/sessions.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { findPassword } from "./find-password.ts";
import { legacySignIn } from "./legacy-sign-in.ts";
import { linkAccount } from "./link.ts";
import { registerAtPlatform } from "./register.ts";
import { resetPassword } from "./reset-password.ts";
import { showArrival } from "./show-arrival.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["MAIL_FROM"]);
  const parts = partsOf(settings, surroundings);
  const metrics = embeddedMetrics("link-legacy-account");
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  const all = {
    ...parts,
    sessions: dynamoSessions(parts),
    applications: dynamoApplications(parts),
    captchas: sealedCaptchas(parts),
    legacyAccounts: legacyAccountsLater(parts),
    legacyLinks: dynamoLegacyLinks(parts),
    links: notMeLinks({ ...parts, siteOrigin: settings.SITE_ORIGIN }),
    delivery: delivery({ post, intents: dynamoIntents(parts), failed: () => metrics.count("MessageFailed") }),
    passwordText: (length: number) => defaultPasswordText(parts.ids, length),
    metrics,
    accountDomain: settings.ACCOUNT_DOMAIN,
  };
  const actions = {
    "GET /api/legacy/{clientId}": showArrival(all),
    "POST /api/legacy/{clientId}/link": linkAccount(all),
    "POST /api/legacy/{clientId}/register": registerAtPlatform(all),
    "POST /api/legacy/{clientId}/find-password": findPassword(all),
    "POST /api/legacy/{clientId}/one-use-password": resetPassword(all),
    "POST /api/legacy-sign-in": legacySignIn(all),
  };
  return api("link-legacy-account", settings, actions, all.sessions);
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
