import type { CountyProfile } from "../../contract/counties.ts";
import { wordsFor } from "./words.ts";

const host = "https://ldap.tp.edu.tw";

/**
 * OAuth 2.0 without OpenID Connect, as in a public source of the county's (leejoneshane/tpeduSSO): `/api/user` tells uuid, name and
 * email, `/api/profile` role, school and class. That source calls itself archived and not the system now running: off until an operator
 * knows. Under 13 a parent has to agree there first. No digest of the ID number is asked for.
 */
export const taipei: CountyProfile = {
  id: "TPE",
  ...wordsFor("臺北市", "Taipei City", { button: "我有校園單一身份驗證帳號", url: "https://ldap.tp.edu.tw/" }),
  verified: false,
  protocol: "oauth2",
  issuer: host,
  authorizationEndpoint: `${host}/oauth/authorize`,
  tokenEndpoint: `${host}/oauth/token`,
  scopes: ["user", "profile"],
  clientAuthentication: "client_secret_post",
  resources: { user: `${host}/api/user`, profile: `${host}/api/profile` },
  mapping: {
    subject: "user.uuid",
    name: "user.name",
    email: "user.email",
    schools: { shape: "tpe", from: { profile: "profile" } },
  },
};
