import type { Interaction } from "../../../functions/contract/schemas/applications.ts";
import { named, reason } from "../answers.ts";

export const uid = "V1StGXR8_Z5jdHi6B-myT";
export const address = `/consent/${uid}`;
export const getIt = `GET /api/oidc/interactions/${uid}`;
export const postIt = `POST /api/oidc/interactions/${uid}`;

/** A request of the sample application that waits for `needs`. */
export const interaction = (needs: Interaction["needs"], more: Partial<Interaction> = {}): Interaction => ({
  needs,
  application: {
    clientId: "sample-application",
    name: named("範例學習平台", "Sample learning platform"),
    owner: "範例教育局",
  },
  host: "learn.example.edu.tw",
  scopes: [
    { scope: "openid", claims: ["sub"] },
    { scope: "eduinfo", claims: ["schoolid", "titles", "classinfo"], reason },
  ],
  account: "wang.xm@account.example.edu.tw",
  ...more,
});
