import { sealedCaptchas } from "../adapters/captchas.ts";
import { dynamo } from "../adapters/dynamo.ts";
import { secretsManagerKeys } from "../adapters/keys.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { policies } from "../contract/policy.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { issueCaptcha } from "./issue-captcha.ts";
import { speakCaptcha } from "./speak-captcha.ts";
import { workCaptcha } from "./work-captcha.ts";

export function wire({ environment, clock, ids }: Surroundings) {
  const settings = readSettings(environment);
  const keys = secretsManagerKeys(settings.KEY_RING_SECRET_ID);
  const policy = policies[settings.POLICY_PROFILE];
  const captchas = sealedCaptchas({ dynamo: dynamo(settings.TABLE_PREFIX), keys, clock, ids, policy });

  return api("captcha", settings, {
    "POST /api/captcha": issueCaptcha({ captchas, ids }),
    "POST /api/captcha/sound": speakCaptcha({ captchas }),
    "POST /api/captcha/work": workCaptcha({ captchas }),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
