import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. Older: OpenID 2.0. */
export const penghu: CountyProfile = {
  id: "PEN",
  ...wordsFor("澎湖縣", "Penghu County"),
  ...commonPlatform("phc"),
  verified: true,
};
