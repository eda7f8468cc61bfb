import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/**
 * Common platform, commented out in the public client of 2025-10; a list of 2021 has OpenID 2.0 (openid.cy.edu.tw).
 * Off until an operator knows which.
 */
export const chiayiCity: CountyProfile = {
  id: "CYI",
  ...wordsFor("嘉義市", "Chiayi City"),
  ...commonPlatform("cy"),
  verified: false,
};
