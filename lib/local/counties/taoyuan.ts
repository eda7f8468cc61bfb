import { sampleTerm } from "../seed/sample-roster.ts";
import type { CountyAccount, CountyPlace } from "./accounts.ts";
import type { OidcCounty } from "./oidc/oidc-county.ts";
import { guidOf, titleOf, twoDigits, uuidOf } from "./person-facts.ts";

/** 桃園: the platform that most counties share. OpenID Connect, schools and guid from resources of their own. */
export const taoyuan: OidcCounty = {
  county: "TAO",
  title: "桃園市教育帳號",
  paths: {
    authorization: "/oidc/v1/azp",
    token: "/oidc/v1/token",
    userinfo: "/oidc/v1/userinfo",
    jwks: "/oidc/v1/jwksets",
  },
  clientAuthentication: "client_secret_basic",
  scopes: ["eduinfo", "guid"],
  claims: {
    openid2: ["openid2_id"],
    email: ["email", "email_verified"],
    profile: ["name", "given_name", "family_name", "preferred_username"],
  },
  subjectOf: uuidOf,
  claimsOf: ({ account, name, email }) => ({
    name,
    preferred_username: account,
    openid2_id: [`https://openid.tyc.example/${account}`],
    ...(email !== undefined && { email, email_verified: true }),
  }),
  resources: {
    "/cncresource/api/v1/eduinfo": { scope: "eduinfo", tell: eduinfo },
    "/cncresource/api/v1/guid": { tell: (account) => ({ sub: uuidOf(account), guid: guidOf(account) }) },
  },
  configuration: (origin) => ({
    issuer: origin,
    resources: {
      eduinfo: `${origin}/cncresource/api/v1/eduinfo`,
      guid: `${origin}/cncresource/api/v1/guid`,
    },
  }),
};

function eduinfo(account: CountyAccount): object {
  const { places } = account;
  return {
    sub: uuidOf(account),
    schoolid: places[0]?.school.code ?? "",
    titles: places.map(({ school }) => ({ schoolid: school.code, titles: [titleOf(account)] })),
    classinfo: places.flatMap(classOf),
  };
}

/** As the real service writes them: everything is text. */
function classOf({ school, grade, class: className, seat }: CountyPlace): object[] {
  if (grade === undefined || className === undefined) return [];
  return [
    {
      year: String(sampleTerm.year),
      semester: twoDigits(sampleTerm.semester),
      schoolid: school.code,
      grade: String(grade),
      classno: twoDigits(className),
      classtitle: `${className}班`,
      ...(seat !== undefined && { seat_no: twoDigits(seat) }),
    },
  ];
}
