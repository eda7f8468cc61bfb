import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. OpenID 2.0 left in 2021-06. */
export const nantou: CountyProfile = {
  id: "NAN",
  ...wordsFor("南投縣", "Nantou County"),
  ...commonPlatform("ntct"),
  verified: true,
};
