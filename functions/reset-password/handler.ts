import { sealedCaptchas } from "../adapters/captchas.ts";
import { listedPasswords } from "../adapters/common-passwords.ts";
import { cognitoLater } from "../adapters/credentials-later.ts";
import { dynamoDefaultPasswords } from "../adapters/default-passwords.ts";
import { delivery } from "../adapters/delivery.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { dynamoLookUps } from "../adapters/look-ups.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { notMeLinks } from "../adapters/not-me.ts";
import { partsOf, poolOf } from "../adapters/parts.ts";
import { sealedPasswordHistory } from "../adapters/password-history.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoRecoveryAccounts } from "../adapters/recovery-accounts.ts";
import { dynamoResetGrants, resetGrantMaker } from "../adapters/reset-grants.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { byDefaultPassword } from "./by-default-password.ts";
import { byPersonalData } from "./by-personal-data.ts";
import { resetPassword } from "./reset-password.ts";
import { showGrant } from "./show-grant.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID", "MAIL_FROM"]);
  const parts = partsOf(settings, surroundings);
  const metrics = embeddedMetrics("reset-password");
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  const all = {
    ...parts,
    captchas: sealedCaptchas(parts),
    lookUps: dynamoLookUps(parts),
    accounts: dynamoRecoveryAccounts(parts),
    grantMaker: resetGrantMaker(parts),
    grants: dynamoResetGrants(parts),
    links: notMeLinks({ ...parts, siteOrigin: settings.SITE_ORIGIN }),
    commonPasswords: listedPasswords(),
    passwordHistory: sealedPasswordHistory(parts),
    defaultPasswords: dynamoDefaultPasswords(parts),
    credentials: cognitoLater(poolOf(settings), parts.ids),
    delivery: delivery({ post, intents: dynamoIntents(parts), failed: () => metrics.count("MessageFailed") }),
    metrics,
    accountDomain: settings.ACCOUNT_DOMAIN,
  };
  return api("reset-password", settings, {
    "GET /api/reset-password": showGrant(all),
    "POST /api/reset-password": resetPassword(all),
    "POST /api/reset-password/personal-data": byPersonalData(all),
    "POST /api/reset-password/default-password": byDefaultPassword(all),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
