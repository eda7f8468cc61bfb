import type * as z from "zod/mini";
import type { ErrorCode } from "./errors.ts";
import * as captcha from "./schemas/captcha.ts";
import * as account from "./schemas/my-account.ts";
import { done } from "./schemas/parts.ts";
import * as register from "./schemas/register.ts";
import * as sign from "./schemas/sign-in.ts";
import * as code from "./schemas/verify-code.ts";

export type ApiFunction = "captcha" | "register" | "verify-code" | "sign-in" | "my-account";

/** Who may call: there is no default, so a row without it does not compile. */
export type Access = "anyone" | "signed-in";

export interface Route {
  readonly function: ApiFunction;
  readonly access: Access;
  readonly summary: string;
  readonly request?: z.ZodMiniType;
  readonly answer: z.ZodMiniType;
  readonly errors: readonly ErrorCode[];
}

/** Every endpoint, once: API stack, local gateway, routers, OpenAPI and the web client all read this. */
export const routes = {
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
  "GET /api/register": {
    function: "register",
    access: "anyone",
    summary: "How far the application of this browser is",
    answer: register.application,
    errors: [],
  },
  "POST /api/register/identity": {
    function: "register",
    access: "anyone",
    summary: "Name and ID against the roster of a school (M13)",
    request: register.identify,
    answer: register.application,
    errors: [
      "captcha-wrong",
      "person-id-rule",
      "person-id-checksum",
      "name-rule",
      "person-not-found",
      "person-has-account",
      "too-many-tries",
      "proof-of-work-required",
    ],
  },
  "POST /api/register/consent": {
    function: "register",
    access: "anyone",
    summary: "Agreement to the notice (M15)",
    request: register.consent,
    answer: register.application,
    errors: ["registration-missing", "consent-outdated"],
  },
  "POST /api/register/account": {
    function: "register",
    access: "anyone",
    summary: "Account name, password and contacts (M16–M18): claims the name and the person for 15 minutes",
    request: register.chooseAccount,
    answer: register.application,
    errors: [
      "registration-missing",
      "registration-step",
      "account-name-rule",
      "account-name-taken",
      "password-rule",
      "contact-rule",
      "person-has-account",
      "person-applying",
    ],
  },
  "POST /api/register/complete": {
    function: "register",
    access: "anyone",
    summary: "完成註冊 (M19): makes the account",
    request: register.complete,
    answer: register.application,
    errors: [
      "registration-missing",
      "registration-step",
      "registration-expired",
      "password-rule",
      "account-name-taken",
    ],
  },
  "POST /api/register/restart": {
    function: "register",
    access: "anyone",
    summary: "Forgets the application of this browser and frees what it held",
    answer: done,
    errors: [],
  },
  "POST /api/verify-code/send": {
    function: "verify-code",
    access: "anyone",
    summary: "Sends the six-digit code to e-mail and mobile (M18)",
    request: code.sendCode,
    answer: code.sentCode,
    errors: ["registration-missing", "registration-step", "registration-expired", "code-wait", "code-limit"],
  },
  "POST /api/verify-code/check": {
    function: "verify-code",
    access: "anyone",
    summary: "Checks a six-digit code",
    request: code.checkCode,
    answer: code.checkedCode,
    errors: ["registration-missing", "code-wrong", "code-needs-captcha", "captcha-wrong"],
  },
  "POST /api/sign-in": {
    function: "sign-in",
    access: "anyone",
    summary: "Account, password and captcha (M30)",
    request: sign.signIn,
    answer: sign.signedIn,
    errors: ["captcha-wrong", "sign-in-failed", "proof-of-work-required"],
  },
  "POST /api/sign-out": {
    function: "sign-in",
    access: "anyone",
    summary: "Ends the session of this browser",
    answer: done,
    errors: ["wrong-csrf-token"],
  },
  "GET /api/session": {
    function: "my-account",
    access: "anyone",
    summary: "Whether this browser is signed in, and as whom",
    answer: account.whoAmI,
    errors: [],
  },
  "GET /api/my-account": {
    function: "my-account",
    access: "signed-in",
    summary: "查閱個人資料 (M35)",
    answer: account.myAccount,
    errors: ["not-signed-in"],
  },
} as const satisfies Record<`${"GET" | "POST"} /api/${string}`, Route>;

export type RouteKey = keyof typeof routes;
export type RoutesOf<F extends ApiFunction> = {
  [K in RouteKey]: (typeof routes)[K]["function"] extends F ? K : never;
}[RouteKey];
export type RequestOf<K extends RouteKey> = (typeof routes)[K] extends { request: infer S extends z.ZodMiniType }
  ? z.output<S>
  : undefined;
export type AnswerOf<K extends RouteKey> = z.output<(typeof routes)[K]["answer"]>;
