import { sealedCaptchas } from "../adapters/captchas.ts";
import { partsOf } from "../adapters/parts.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { issueCaptcha } from "./issue-captcha.ts";
import { speakCaptcha } from "./speak-captcha.ts";
import { workCaptcha } from "./work-captcha.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment);
  const captchas = sealedCaptchas(partsOf(settings, surroundings));
  return api("captcha", settings, {
    "POST /api/captcha": issueCaptcha({ captchas, ids: surroundings.ids }),
    "POST /api/captcha/sound": speakCaptcha({ captchas }),
    "POST /api/captcha/work": workCaptcha({ captchas }),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
