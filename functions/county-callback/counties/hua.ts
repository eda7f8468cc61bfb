import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. The older OpenID 2.0 was http only. */
export const hualien: CountyProfile = {
  id: "HUA",
  ...wordsFor("花蓮縣", "Hualien County"),
  ...commonPlatform("hlc"),
  verified: true,
};
