import { done } from "../schemas/parts.ts";
import * as register from "../schemas/register.ts";
import * as code from "../schemas/verify-code.ts";
import type { Routes } from "./route.ts";

/** 申請帳號 and the codes that prove contacts and open grants (M13–M19, M45, M55). */
export const registerRoutes = {
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
} as const satisfies Routes;
