import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. The older OpenID 2.0 was http only. */
export const pingtung: CountyProfile = {
  id: "PIF",
  ...wordsFor("屏東縣", "Pingtung County"),
  ...commonPlatform("ptc"),
  verified: true,
};
