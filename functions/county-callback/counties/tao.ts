import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10, there without `educloudroles`. OpenID 2.0 left in 2021. */
export const taoyuan: CountyProfile = {
  id: "TAO",
  ...wordsFor("桃園市", "Taoyuan City", { url: "https://sso.tyc.edu.tw/" }),
  ...commonPlatform("tyc", { scopes: ["openid", "openid2", "email", "profile", "eduinfo"] }),
  verified: true,
};
