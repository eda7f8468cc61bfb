import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. OpenID 2.0 left in 2022-08. */
export const chiayiCounty: CountyProfile = {
  id: "CYQ",
  ...wordsFor("嘉義縣", "Chiayi County"),
  ...commonPlatform("cyc"),
  verified: true,
};
