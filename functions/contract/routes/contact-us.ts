import * as cases from "../schemas/cases.ts";
import type { Routes } from "./route.ts";

/** 聯絡我們, cases and 不是我 (M70). */
export const contactUsRoutes = {
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
} as const satisfies Routes;
