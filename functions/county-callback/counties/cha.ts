import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/**
 * Common platform in use in a public client of 2025-10. Another client has these scopes and, by approval, the ID
 * number itself as `personid`: only its digest is kept. A new account system was announced in 2025-07.
 */
export const changhua: CountyProfile = {
  id: "CHA",
  ...wordsFor("彰化縣", "Changhua County"),
  ...commonPlatform("chc", { scopes: ["openid", "email", "profile", "eduinfo"], person: "personid" }),
  verified: true,
};
