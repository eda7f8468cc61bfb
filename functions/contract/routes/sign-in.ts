import { done } from "../schemas/parts.ts";
import * as sign from "../schemas/sign-in.ts";
import type { Routes } from "./route.ts";

/** 登入, 登出, and the proofs again that some changes ask for (M30, M63, T20). */
export const signInRoutes = {
  "POST /api/sign-in": {
    function: "sign-in",
    access: "anyone",
    summary: "Account, password and captcha (M30)",
    request: sign.signIn,
    answer: sign.passwordRight,
    errors: ["captcha-wrong", "sign-in-failed", "proof-of-work-required"],
  },
  "POST /api/sign-in/two-factor": {
    function: "sign-in",
    access: "anyone",
    summary: "The second factor of a sign-in whose password, or county account, was right (M63, T18)",
    request: sign.twoFactor,
    answer: sign.twoFactorRight,
    errors: ["two-factor-missing", "two-factor-wrong", "two-factor-wait", "sign-in-failed"],
  },
  "POST /api/re-authenticate": {
    function: "sign-in",
    access: "signed-in",
    summary: "The password again, and the code where there is a second factor; the session gets a new id (T20, T21)",
    request: sign.reAuthenticate,
    answer: sign.signedIn,
    errors: [
      "not-signed-in",
      "password-wrong",
      "two-factor-needed",
      "two-factor-wrong",
      "two-factor-wait",
      "two-factor-state",
      "too-many-tries",
    ],
  },
  "POST /api/sign-out": {
    function: "sign-in",
    access: "anyone",
    summary: "Ends the session of this browser; applications with back-channel logout are told",
    answer: done,
    errors: ["wrong-csrf-token"],
  },
} as const satisfies Routes;
