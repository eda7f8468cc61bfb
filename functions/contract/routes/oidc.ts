import * as applications from "../schemas/applications.ts";
import type { Routes } from "./route.ts";

/** The people's side of the OpenID provider: consent (M60) and the launcher (M32). The protocol's own paths are `contract/oidc.ts`. */
export const oidcRoutesOfPeople = {
  "GET /api/oidc/interactions/{uid}": {
    function: "oidc",
    access: "anyone",
    summary: "What an application's request waits for in this browser",
    answer: applications.interaction,
    errors: ["interaction-missing"],
  },
  "POST /api/oidc/interactions/{uid}": {
    function: "oidc",
    access: "anyone",
    summary: "Consent given, refused, or not needed: where the browser goes on",
    request: applications.decide,
    answer: applications.decided,
    errors: ["interaction-missing", "not-signed-in", "wrong-csrf-token", "application-not-for-you"],
  },
  "GET /api/applications": {
    function: "my-account",
    access: "anyone",
    summary: "介接應用服務: the launcher (M32)",
    answer: applications.launcher,
    errors: [],
  },
  "GET /api/my-account/authorizations": {
    function: "my-account",
    access: "signed-in",
    summary: "應用服務授權清單 (M60)",
    answer: applications.authorizations,
    errors: ["not-signed-in"],
  },
  "POST /api/my-account/authorizations/revoke": {
    function: "my-account",
    access: "signed-in",
    summary: "取消授權 (M60): those applications ask again next time (T39)",
    request: applications.revokeAuthorizations,
    answer: applications.revoked,
    errors: ["not-signed-in"],
  },
} as const satisfies Routes;
