import type { CountyProfile } from "../../contract/counties.ts";

type Oidc = Extract<CountyProfile, { protocol: "oidc" }>;

/**
 * The common county platform (domain name `<tail>.sso.edu.tw`): OpenID Connect with the paths of the ministry's centre, and resources
 * under `/cncresource/api/v1`. Seen in use in a public client of 2025-10, with `educloudroles openid profile eduinfo openid2 email`.
 *
 * `guid`, the SHA-256 of the ID number, is a resource and a scope of its own, seen at national relying parties and given on approval.
 * It is asked for everywhere: a scope that a provider does not know is to be ignored (OpenID Connect Core §3.1.2.1), and a resource it
 * does not give leaves the person without a roster match, no more.
 */
export function commonPlatform(
  tail: string,
  own: { scopes?: readonly string[]; person?: "guid" | "personid" } = {},
): Omit<Oidc, "id" | "name" | "nameEn" | "button" | "help" | "verified"> {
  const issuer = `https://${tail}.sso.edu.tw`;
  const scopes = own.scopes ?? ["openid", "profile", "email", "openid2", "eduinfo", "educloudroles"];
  const person = own.person ?? "guid";
  const resource = (name: string) => `${issuer}/cncresource/api/v1/${name}`;
  return {
    protocol: "oidc",
    issuer,
    scopes: [...scopes, person],
    clientAuthentication: "client_secret_basic",
    algorithms: ["RS256"],
    userinfo: true,
    resources: { eduinfo: resource("eduinfo"), [person]: resource(person) },
    mapping: {
      name: "userinfo.name",
      email: "userinfo.email",
      ...(person === "guid" ? { guid: "guid" } : { personId: "personid" }),
      schools: { shape: "eduinfo", from: { eduinfo: "eduinfo" } },
    },
  };
}
