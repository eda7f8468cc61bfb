import { sealedCaptchas } from "../adapters/captchas.ts";
import { dynamoChallenges } from "../adapters/challenges.ts";
import { dynamoCodeDeliveries } from "../adapters/code-deliveries.ts";
import { delivery } from "../adapters/delivery.ts";
import { sealedDrafts } from "../adapters/drafts.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { partsOf } from "../adapters/parts.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoRecoveryAccounts } from "../adapters/recovery-accounts.ts";
import { sealedRecoveryCookies } from "../adapters/recovery-cookies.ts";
import { resetGrantMaker } from "../adapters/reset-grants.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { checkCode } from "./check-code.ts";
import { sendCode } from "./send-code.ts";
import { showDelivery } from "./show-delivery.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["MAIL_FROM"]);
  const parts = partsOf(settings, surroundings);
  const metrics = embeddedMetrics("verify-code");
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  const all = {
    ...parts,
    challenges: dynamoChallenges(parts),
    captchas: sealedCaptchas(parts),
    drafts: sealedDrafts(parts),
    delivery: delivery({ post, intents: dynamoIntents(parts), failed: () => metrics.count("MessageFailed") }),
    codeDeliveries: dynamoCodeDeliveries(parts),
    recoveryAccounts: dynamoRecoveryAccounts(parts),
    recoveryCookies: sealedRecoveryCookies(parts),
    grantOf: (grantId: string) => resetGrantMaker({ ...parts, ids: { ...parts.ids, id: () => grantId } }),
    metrics,
    accountDomain: settings.ACCOUNT_DOMAIN,
  };
  return api("verify-code", settings, {
    "POST /api/verify-code/send": sendCode(all),
    "POST /api/verify-code/check": checkCode(all),
    "GET /api/verify-code/delivery": showDelivery(all),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
