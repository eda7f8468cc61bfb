import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. OpenID 2.0 left in 2021-06. */
export const taichung: CountyProfile = {
  id: "TXG",
  ...wordsFor("臺中市", "Taichung City"),
  ...commonPlatform("tc"),
  verified: true,
};
