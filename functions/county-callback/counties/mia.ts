import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. Older: OpenID 2.0, where a student signs in with the 學號. */
export const miaoli: CountyProfile = {
  id: "MIA",
  ...wordsFor("苗栗縣", "Miaoli County"),
  ...commonPlatform("mlc"),
  verified: true,
};
