import type * as z from "zod/mini";
import type { ErrorCode } from "./errors.ts";
import * as captcha from "./schemas/captcha.ts";
import * as cases from "./schemas/cases.ts";
import * as county from "./schemas/county.ts";
import * as account from "./schemas/my-account.ts";
import { done } from "./schemas/parts.ts";
import * as recovery from "./schemas/recovery.ts";
import * as register from "./schemas/register.ts";
import * as reset from "./schemas/reset-password.ts";
import * as sign from "./schemas/sign-in.ts";
import * as code from "./schemas/verify-code.ts";

export type ApiFunction =
  | "captcha"
  | "register"
  | "verify-code"
  | "sign-in"
  | "my-account"
  | "county-callback"
  | "reset-password"
  | "forgot-account"
  | "activate-account"
  | "contact-us";

/** Who may call: there is no default, so a row without it does not compile. */
export type Access = "anyone" | "signed-in";

export interface Route {
  readonly function: ApiFunction;
  readonly access: Access;
  readonly summary: string;
  readonly request?: z.ZodMiniType;
  /** Fields that may have line breaks; any other text is one line (T24). */
  readonly lines?: readonly string[];
  readonly answer: z.ZodMiniType;
  readonly errors: readonly ErrorCode[];
  /**
   * Another site sends the browser here, by GET or by a form of its own: any query and any origin are taken. Such a route has no
   * effect whatever (T22); it only sends on to a page of ours, which asks for the effect by a POST of its own.
   */
  readonly handsOver?: true;
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
    errors: [
      "registration-missing",
      "registration-step",
      "registration-expired",
      "captcha-wrong",
      "code-wait",
      "code-limit",
    ],
  },
  "GET /api/verify-code/delivery": {
    function: "verify-code",
    access: "anyone",
    summary: "What became of the last code of this browser's application, channel by channel",
    answer: code.codeDelivery,
    errors: ["registration-missing"],
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
  "GET /api/counties": {
    function: "county-callback",
    access: "anyone",
    summary: "The 22 counties: which can be used to sign in, how they are, whom to call (M3, M31)",
    answer: county.counties,
    errors: [],
  },
  "POST /api/county/start": {
    function: "county-callback",
    access: "anyone",
    summary: "Begins a round trip to a county's sign-in (M12, M31, M40, M47)",
    request: county.startCounty,
    answer: county.startedCounty,
    errors: ["county-off", "county-down"],
  },
  "GET /api/county/{county}/callback": {
    function: "county-callback",
    access: "anyone",
    summary: "Where a county sends the browser back: hands its answer to the page, without an effect",
    answer: done,
    errors: ["not-found"],
    handsOver: true,
  },
  "POST /api/county/{county}/callback": {
    function: "county-callback",
    access: "anyone",
    summary: "The same for a county that answers by a form (OpenID 2.0 §5.2.1)",
    answer: done,
    errors: ["not-found"],
    handsOver: true,
  },
  "POST /api/county/finish": {
    function: "county-callback",
    access: "anyone",
    summary: "Checks a county's answer and does what the round trip was for (T33–T36)",
    request: county.finishCounty,
    answer: county.finishedCounty,
    errors: [
      "county-round-trip",
      "county-cancelled",
      "county-down",
      "county-refused",
      "county-off",
      "account-disabled",
    ],
  },
  "POST /api/county/choose": {
    function: "county-callback",
    access: "anyone",
    summary: "One of several roles or schools, to apply as",
    request: county.chooseCountyPlace,
    answer: county.finishedCounty,
    errors: ["county-proof-missing"],
  },
  "GET /api/county/proof": {
    function: "county-callback",
    access: "anyone",
    summary: "The county account this browser has proved and not linked yet",
    answer: county.countyProof,
    errors: [],
  },
  "POST /api/county/link": {
    function: "county-callback",
    access: "signed-in",
    summary: "Links the proved county account to the account that is signed in (T35)",
    answer: county.linkedCounty,
    errors: ["county-proof-missing", "county-other-person", "county-linked-elsewhere"],
  },
  "POST /api/county/told": {
    function: "county-callback",
    access: "signed-in",
    summary: "我知道了: the account has been told and is not told again (M31)",
    answer: done,
    errors: [],
  },
  "GET /api/reset-password": {
    function: "reset-password",
    access: "anyone",
    summary: "The reset grant of this browser: account and name (M50)",
    answer: reset.resetGrant,
    errors: ["account-disabled", "password-changed-recently"],
  },
  "POST /api/reset-password": {
    function: "reset-password",
    access: "anyone",
    summary: "重設密碼 (M50): ends every session, then sets the password",
    request: reset.resetPassword,
    answer: reset.passwordReset,
    errors: ["reset-grant-missing", "account-disabled", "password-rule", "password-changed-recently"],
  },
  "POST /api/reset-password/personal-data": {
    function: "reset-password",
    access: "anyone",
    summary: "Name, ID and school open a reset grant of a student (M48)",
    request: recovery.personalData,
    answer: recovery.opened,
    errors: [
      "captcha-wrong",
      "person-id-rule",
      "person-id-checksum",
      "name-rule",
      "person-not-found",
      "too-many-tries",
      "proof-of-work-required",
      "password-changed-recently",
    ],
  },
  "POST /api/reset-password/default-password": {
    function: "reset-password",
    access: "anyone",
    summary: "The default password that the school issued opens a reset grant, once (M49)",
    request: recovery.defaultPassword,
    answer: recovery.opened,
    errors: ["captcha-wrong", "default-password-wrong", "proof-of-work-required"],
  },
  "POST /api/forgot-account": {
    function: "forgot-account",
    access: "anyone",
    summary: "取回帳號 by ID number (M41)",
    request: recovery.forgotAccount,
    answer: recovery.foundAccount,
    errors: ["captcha-wrong", "person-id-rule", "person-id-checksum", "too-many-tries", "proof-of-work-required"],
  },
  "GET /api/activate": {
    function: "activate-account",
    access: "anyone",
    summary: "The activation grant of this browser: account and name (M55)",
    answer: recovery.activateGrant,
    errors: [],
  },
  "POST /api/activate/personal-data": {
    function: "activate-account",
    access: "anyone",
    summary: "Name, ID and school open an activation grant (M55)",
    request: recovery.personalData,
    answer: recovery.opened,
    errors: [
      "captcha-wrong",
      "person-id-rule",
      "person-id-checksum",
      "name-rule",
      "person-not-found",
      "too-many-tries",
      "proof-of-work-required",
    ],
  },
  "POST /api/activate": {
    function: "activate-account",
    access: "anyone",
    summary: "啟用帳號 (M55): sets the password, then enables the account",
    request: recovery.activate,
    answer: recovery.activated,
    errors: ["reset-grant-missing", "password-rule"],
  },
  "POST /api/cases": {
    function: "contact-us",
    access: "anyone",
    summary: "聯絡我們 (M70): opens a case and mails it to the sender and to whoever takes care of it",
    request: cases.openCase,
    lines: ["description"],
    answer: cases.openedCase,
    errors: ["captcha-wrong", "contact-rule", "name-rule", "too-many-tries"],
  },
  "POST /api/cases/look": {
    function: "contact-us",
    access: "anyone",
    summary: "The status of a case, with its number and code",
    request: cases.lookAtCase,
    answer: cases.shownCase,
    errors: ["case-not-found", "too-many-tries"],
  },
  "POST /api/not-me": {
    function: "contact-us",
    access: "anyone",
    summary: "不是我: freezes the account, ends its sessions, opens a case",
    request: cases.notMe,
    answer: cases.frozen,
    errors: ["not-me-link"],
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
