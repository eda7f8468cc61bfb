import type { CountyProfile } from "../../contract/counties.ts";
import { commonPlatform } from "./common-platform.ts";
import { wordsFor } from "./words.ts";

/** Common platform in use in a public client of 2025-10. Older: OpenID 2.0, where `Stu` is a student. */
export const lienchiang: CountyProfile = {
  id: "LIE",
  ...wordsFor("連江縣", "Lienchiang County"),
  ...commonPlatform("matsu"),
  verified: true,
};
