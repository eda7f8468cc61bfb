import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/**
 * Common platform in use in a public client of 2025-10. Older: OpenID 2.0 with a plain role in the time zone field.
 */
export const hsinchuCity: CountyProfile = {
  id: "HSZ",
  ...wordsFor("新竹市", "Hsinchu City"),
  ...commonPlatform("hc"),
  verified: true,
};
