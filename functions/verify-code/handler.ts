import { sealedCaptchas } from "../adapters/captchas.ts";
import { dynamoChallenges } from "../adapters/challenges.ts";
import { delivery as deliver } from "../adapters/delivery.ts";
import { sealedDrafts } from "../adapters/drafts.ts";
import { dynamo as tables } from "../adapters/dynamo.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { secretsManagerKeys } from "../adapters/keys.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { awsPost } from "../adapters/post.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { policies } from "../contract/policy.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { checkCode } from "./check-code.ts";
import { sendCode } from "./send-code.ts";

export function wire({ environment, clock, ids }: Surroundings) {
  const settings = readSettings(environment, ["MAIL_FROM"]);
  const policy = policies[settings.POLICY_PROFILE];
  const parts = {
    dynamo: tables(settings.TABLE_PREFIX),
    keys: secretsManagerKeys(settings.KEY_RING_SECRET_ID),
    clock,
    ids,
    policy,
  };
  const [challenges, drafts, metrics] = [dynamoChallenges(parts), sealedDrafts(parts), embeddedMetrics("verify-code")];
  const failed = () => metrics.count("MessageFailed");
  const delivery = deliver({
    post: awsPost(settings.MAIL_FROM, settings.SMS_SENDER),
    intents: dynamoIntents(parts),
    failed,
  });

  return api("verify-code", settings, {
    "POST /api/verify-code/send": sendCode({ ...parts, challenges, drafts, delivery, metrics }),
    "POST /api/verify-code/check": checkCode({ challenges, captchas: sealedCaptchas(parts), drafts, metrics }),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
