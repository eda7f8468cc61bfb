import * as z from "zod/mini";
import { pictureKept, pictureLimits } from "../schemas/pictures.ts";
import * as people from "../schemas/public-registration.ts";
import type { Routes } from "./route.ts";

/** 其他 (家長、社會人士): registering with an e-mail address, and the picture (M20). */
export const publicRegistrationRoutes = {
  "GET /api/public/registration": {
    function: "register",
    access: "anyone",
    summary: "How far the registration of this browser is",
    answer: people.publicRegistration,
    errors: [],
  },
  "POST /api/public/register": {
    function: "register",
    access: "anyone",
    summary:
      "其他會員註冊 (M20): mails a link and a code; the same answer when the address has an account already (T04)",
    request: people.registerPublic,
    answer: people.publicRegistration,
    errors: [
      "captcha-wrong",
      "contact-rule",
      "name-rule",
      "password-rule",
      "consent-outdated",
      "code-limit",
      "code-wait",
    ],
  },
  "POST /api/public/resend": {
    function: "register",
    access: "anyone",
    summary: "重發驗證信 (M20)",
    request: people.resendActivation,
    answer: people.activationResent,
    errors: ["captcha-wrong", "contact-rule", "public-registration-missing", "code-limit", "code-wait"],
  },
  "POST /api/public/activation": {
    function: "register",
    access: "anyone",
    summary: "What a mailed link is for; without effect",
    request: people.lookAtActivation,
    answer: people.activation,
    errors: ["activation-link"],
  },
  "POST /api/public/activate": {
    function: "register",
    access: "anyone",
    summary: "啟用帳號 (M20): by the link or the code, with the password of the registration",
    request: people.activatePublic,
    answer: people.publicActivated,
    errors: [
      "activation-link",
      "public-registration-missing",
      "code-wrong",
      "code-needs-captcha",
      "captcha-wrong",
      "password-wrong",
      "account-email-taken",
    ],
  },
  "POST /api/public/refuse": {
    function: "register",
    access: "anyone",
    summary: "不是我: the registration of this address is taken away",
    request: people.refuseActivation,
    answer: z.object({}),
    errors: ["activation-link"],
  },
  "POST /api/public/picture": {
    function: "pictures",
    access: "anyone",
    summary: "個人頭像 of the registration of this browser (M20); shown to nobody before the account is active",
    upload: pictureLimits,
    answer: pictureKept,
    errors: ["public-registration-missing", "picture-type", "picture-size", "picture-broken", "too-many-tries"],
  },
  "POST /api/my-account/picture": {
    function: "pictures",
    access: "signed-in",
    summary: "Another 個人頭像 of 其他 (M20)",
    upload: pictureLimits,
    answer: pictureKept,
    errors: ["not-signed-in", "not-found", "picture-type", "picture-size", "picture-broken", "too-many-tries"],
  },
  "POST /api/my-account/picture/remove": {
    function: "pictures",
    access: "signed-in",
    summary: "No 個人頭像 any more",
    answer: pictureKept,
    errors: ["not-signed-in"],
  },
  "GET /api/pictures/{id}": {
    function: "pictures",
    access: "anyone",
    summary: "A picture, for whoever knows its random id: applications get the address as the claim `picture`",
    answer: z.unknown(),
    file: "image/webp",
    errors: ["not-found"],
  },
  "POST /api/my-account/details": {
    function: "my-account",
    access: "signed-in",
    summary: "Nickname, phone and gender of 其他 (M20)",
    request: people.changeDetails,
    answer: z.object({}),
    errors: ["not-signed-in", "name-rule", "contact-rule", "not-found"],
  },
} as const satisfies Routes;
