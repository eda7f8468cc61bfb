import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. OpenID 2.0 left in 2020-03. */
export const hsinchuCounty: CountyProfile = {
  id: "HSQ",
  ...wordsFor("新竹縣", "Hsinchu County"),
  ...commonPlatform("hcc"),
  verified: true,
};
