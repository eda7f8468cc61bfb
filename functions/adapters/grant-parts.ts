import type { Settings } from "../contract/settings.ts";
import { sealedCaptchas } from "./captchas.ts";
import { listedPasswords } from "./common-passwords.ts";
import { cognitoLater } from "./credentials-later.ts";
import { delivery } from "./delivery.ts";
import { dynamoIntents } from "./intents.ts";
import { dynamoLookUps } from "./look-ups.ts";
import { embeddedMetrics } from "./metrics.ts";
import { notMeLinks } from "./not-me.ts";
import { partsOf, poolOf } from "./parts.ts";
import { sealedPasswordHistory } from "./password-history.ts";
import { awsPost } from "./post.ts";
import { dynamoRecoveryAccounts } from "./recovery-accounts.ts";
import { dynamoResetGrants, resetGrantMaker } from "./reset-grants.ts";
import type { Surroundings } from "./system.ts";

type Needed = Settings & Record<"USER_POOL_ID" | "USER_POOL_CLIENT_ID" | "MAIL_FROM", string>;

/** What a function is made of that opens a grant and sets a password with it; counts go under its name. */
export function grantPartsOf(serviceName: string, settings: Needed, surroundings: Surroundings) {
  const parts = partsOf(settings, surroundings);
  const metrics = embeddedMetrics(serviceName);
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  return {
    ...parts,
    captchas: sealedCaptchas(parts),
    lookUps: dynamoLookUps(parts),
    accounts: dynamoRecoveryAccounts(parts),
    grantMaker: resetGrantMaker(parts),
    grants: dynamoResetGrants(parts),
    links: notMeLinks({ ...parts, siteOrigin: settings.SITE_ORIGIN }),
    commonPasswords: listedPasswords(),
    passwordHistory: sealedPasswordHistory(parts),
    credentials: cognitoLater(poolOf(settings), parts.ids),
    delivery: delivery({ post, intents: dynamoIntents(parts), failed: () => metrics.count("MessageFailed") }),
    metrics,
    accountDomain: settings.ACCOUNT_DOMAIN,
  };
}
