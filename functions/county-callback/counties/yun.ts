import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/**
 * Common platform in use in a public client of 2025-10; its scopes as another client has them. The older OpenID 2.0
 * was http only.
 */
export const yunlin: CountyProfile = {
  id: "YUN",
  ...wordsFor("雲林縣", "Yunlin County"),
  ...commonPlatform("ylc", { scopes: ["openid", "profile", "eduinfo", "email"] }),
  verified: true,
};
