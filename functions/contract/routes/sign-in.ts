import * as account from "../schemas/my-account.ts";
import { done } from "../schemas/parts.ts";
import * as sign from "../schemas/sign-in.ts";
import type { Routes } from "./route.ts";

/** 登入, 登出 and what a signed-in person sees (M30, M35). */
export const signInRoutes = {
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
} as const satisfies Routes;
