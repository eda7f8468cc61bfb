import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. Older: OpenID 2.0 with bare keys in titleStr. */
export const keelung: CountyProfile = {
  id: "KEE",
  ...wordsFor("基隆市", "Keelung City"),
  ...commonPlatform("kl"),
  verified: true,
};
