import type { CountyAccount } from "./accounts.ts";
import type { OidcCounty } from "./oidc/oidc-county.ts";
import { classNameOf, titleOf, twoDigits, uuidOf } from "./person-facts.ts";

/** 臺北: OAuth 2 without OpenID Connect: no ID token and no discovery, who it is tells the address `/api/user`. */
export const taipei: OidcCounty = {
  county: "TPE",
  title: "臺北市校園單一身分驗證",
  paths: { authorization: "/oauth/authorize", token: "/oauth/token" },
  clientAuthentication: "client_secret_post",
  scopes: ["user", "profile"],
  subjectOf: uuidOf,
  claimsOf: () => ({}),
  resources: {
    "/api/user": {
      scope: "user",
      tell: (account) => ({
        uuid: uuidOf(account),
        name: account.name,
        email: account.email ?? null,
      }),
    },
    "/api/profile": { scope: "profile", tell: profile },
  },
  configuration: (origin) => ({
    issuer: origin,
    authorizationEndpoint: `${origin}/oauth/authorize`,
    tokenEndpoint: `${origin}/oauth/token`,
    clientAuthentication: "client_secret_post",
    scopes: ["user", "profile"],
    resources: { user: `${origin}/api/user`, profile: `${origin}/api/profile` },
  }),
};

/** One school is a text, two are a list, as the county tells them. */
function profile(account: CountyAccount): object {
  const { places } = account;
  const codes = places.map(({ school }) => school.code);
  const shared = {
    role: titleOf(account),
    o: codes.length === 1 ? codes[0] : codes,
    organization: Object.fromEntries(places.map(({ school }) => [school.code, school.name])),
  };
  if (account.role !== "student") {
    return { ...shared, unit: "教務處", title: titleOf(account), teachClass: [], tutorClass: "" };
  }
  const [place] = places;
  const { grade, class: className, seat } = place ?? {};
  return {
    ...shared,
    studentId: account.account.replace(/\D/g, "").padStart(6, "0"),
    ...(grade !== undefined &&
      className !== undefined && {
        class: `${grade}${twoDigits(className)}`,
        className: classNameOf(grade, className),
      }),
    ...(seat !== undefined && { seat: twoDigits(seat) }),
  };
}
