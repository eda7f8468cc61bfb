import * as captcha from "../schemas/captcha.ts";
import type { Routes } from "./route.ts";

/** Captchas (M25). */
export const captchaRoutes = {
  "POST /api/captcha": {
    function: "captcha",
    access: "anyone",
    summary: "A fresh captcha: three digits as a picture (M25)",
    request: captcha.issueCaptcha,
    answer: captcha.issuedCaptcha,
    errors: [],
  },
  "POST /api/captcha/sound": {
    function: "captcha",
    access: "anyone",
    summary: "The digits of a captcha, spoken (M25)",
    request: captcha.speakCaptcha,
    answer: captcha.spokenCaptcha,
    errors: ["captcha-wrong"],
  },
  "POST /api/captcha/work": {
    function: "captcha",
    access: "anyone",
    summary: "A proof-of-work challenge: the equal other way past the captcha (M25)",
    request: captcha.workForCaptcha,
    answer: captcha.captchaWork,
    errors: [],
  },
} as const satisfies Routes;
