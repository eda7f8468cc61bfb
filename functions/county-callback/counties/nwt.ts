import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/**
 * Common platform in use in a public client of 2025-10. Its own OpenID 2.0 (openid.ntpc.edu.tw) answers in simple
 * registration fields, which the `sreg` shape reads, should an operator turn the county over to it.
 */
export const newTaipei: CountyProfile = {
  id: "NWT",
  ...wordsFor("新北市", "New Taipei City", { url: "https://openid.ntpc.edu.tw/" }),
  ...commonPlatform("ntpc"),
  verified: true,
};
