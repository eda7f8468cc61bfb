import * as county from "../schemas/county.ts";
import { done } from "../schemas/parts.ts";
import type { Routes } from "./route.ts";

/** Signing in, applying and getting back in by a county (M3, M12, M31, M40, M47). */
export const countyRoutes = {
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
    fresh: true,
    summary: "Links the proved county account to the account that is signed in, which is told (T20, T35)",
    answer: county.linkedCounty,
    errors: [
      "not-signed-in",
      "re-authentication-required",
      "county-proof-missing",
      "county-other-person",
      "county-linked-elsewhere",
    ],
  },
  "POST /api/county/told": {
    function: "county-callback",
    access: "signed-in",
    summary: "我知道了: the account has been told and is not told again (M31)",
    answer: done,
    errors: [],
  },
} as const satisfies Routes;
