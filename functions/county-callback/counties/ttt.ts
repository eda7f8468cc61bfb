import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. Older: OpenID 2.0 with roles in the time zone field. */
export const taitung: CountyProfile = {
  id: "TTT",
  ...wordsFor("臺東縣", "Taitung County"),
  ...commonPlatform("ttct"),
  verified: true,
};
