import { done } from "../schemas/parts.ts";
import * as factor from "../schemas/two-factor.ts";
import type { Routes } from "./route.ts";

/** 雙因子認證綁定 (M63, T18, T42). */
export const twoFactorRoutes = {
  "GET /api/my-account/two-factor": {
    function: "my-account",
    access: "signed-in",
    summary: "How the second factor stands (M63)",
    answer: factor.twoFactorState,
    errors: ["not-signed-in"],
  },
  "POST /api/my-account/two-factor/start": {
    function: "my-account",
    access: "signed-in",
    fresh: true,
    summary: "開始: a new seed, shown once",
    answer: factor.bindingStarted,
    errors: ["not-signed-in", "re-authentication-required", "two-factor-state"],
  },
  "POST /api/my-account/two-factor/bind": {
    function: "my-account",
    access: "signed-in",
    fresh: true,
    summary: "綁定: the first code of the app proves that it has the seed",
    request: factor.withCode,
    answer: done,
    errors: ["not-signed-in", "re-authentication-required", "two-factor-state", "two-factor-wrong", "two-factor-wait"],
  },
  "POST /api/my-account/two-factor/enable": {
    function: "my-account",
    access: "signed-in",
    fresh: true,
    summary: "啟用雙因子驗證: from now on sign-in asks for it; ten recovery codes, shown once",
    request: factor.withCode,
    answer: factor.recoveryCodes,
    errors: ["not-signed-in", "re-authentication-required", "two-factor-state", "two-factor-wrong", "two-factor-wait"],
  },
  "POST /api/my-account/two-factor/recovery-codes": {
    function: "my-account",
    access: "signed-in",
    fresh: true,
    summary: "Ten new recovery codes; the old ones are void",
    request: factor.withCode,
    answer: factor.recoveryCodes,
    errors: ["not-signed-in", "re-authentication-required", "two-factor-state", "two-factor-wrong", "two-factor-wait"],
  },
  "POST /api/my-account/two-factor/unbind": {
    function: "my-account",
    access: "signed-in",
    summary: "解除雙因子綁定: password and code (T42)",
    request: factor.unbind,
    answer: factor.unbound,
    errors: [
      "not-signed-in",
      "password-wrong",
      "two-factor-state",
      "two-factor-wrong",
      "two-factor-wait",
      "too-many-tries",
    ],
  },
} as const satisfies Routes;
