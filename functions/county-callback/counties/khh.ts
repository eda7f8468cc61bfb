import type { CountyProfile } from "../../contract/counties.ts";
import { wordsFor } from "./words.ts";

/**
 * Its own OpenID Connect (`/oauth2/auth`, `/oauth2/token`), in a public client of 2025-10: the facts are in the id_token, the userinfo is
 * passed over, and the client gives its secret in the form. The subject is pairwise, the name may be masked, the mail empty; the ID
 * number and its digest are not told.
 */
export const kaohsiung: CountyProfile = {
  id: "KHH",
  ...wordsFor("高雄市", "Kaohsiung City", { button: "使用高雄市政府教育局 OPENID 帳號", desk: "高雄市教育局帳號客服" }),
  verified: true,
  protocol: "oidc",
  issuer: "https://oidc.kh.edu.tw",
  scopes: ["openid", "kh_profile", "kh_titles", "kh_classes"],
  clientAuthentication: "client_secret_post",
  algorithms: ["RS256"],
  userinfo: false,
  resources: {},
  mapping: {
    name: "id_token.kh_profile.fullname",
    email: "id_token.kh_profile.email",
    schools: {
      shape: "kh",
      from: { profile: "id_token.kh_profile", titles: "id_token.kh_titles", classes: "id_token.kh_classes" },
    },
  },
};
