import * as recovery from "../schemas/recovery.ts";
import * as reset from "../schemas/reset-password.ts";
import type { Routes } from "./route.ts";

/** Getting back in: 忘記帳號, 忘記密碼, 啟用帳號 (M41, M45–M51, M55). */
export const recoveryRoutes = {
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
} as const satisfies Routes;
