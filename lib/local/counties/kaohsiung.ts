import type { CountyAccount } from "./accounts.ts";
import type { OidcCounty } from "./oidc/oidc-county.ts";
import { classNameOf, pairwiseOf, titleOf, twoDigits } from "./person-facts.ts";

/** 高雄: a provider of its own. Everything is in the ID token; the subject is this site's alone; nothing says whose record it is. */
export const kaohsiung: OidcCounty = {
  county: "KHH",
  title: "高雄市教育帳號",
  paths: {
    authorization: "/oauth2/auth",
    token: "/oauth2/token",
    userinfo: "/userinfo",
    jwks: "/.well-known/jwks.json",
  },
  clientAuthentication: "client_secret_post",
  scopes: [],
  claims: {
    email: ["email"],
    kh_profile: ["kh_profile"],
    kh_titles: ["kh_titles"],
    kh_classes: ["kh_classes"],
  },
  subjectOf: pairwiseOf,
  claimsOf: (account) => ({
    email: "",
    kh_profile: {
      fullname: isMasked(account) ? account.maskedName : account.name,
      email: "",
      schools: bySchool(account, ({ district, school }) => `${district}${school.name}`),
    },
    kh_titles: bySchool(account, () => [titleOf(account)]),
    kh_classes: bySchool(account, ({ grade, class: className, seat }) =>
      grade === undefined || className === undefined
        ? undefined
        : [
            {
              gradeId: String(grade),
              classId: twoDigits(className),
              classTitle: classNameOf(grade, className),
              seat: seat === undefined ? "" : String(seat),
            },
          ],
    ),
  }),
  resources: {},
  configuration: (origin) => ({ issuer: origin }),
};

/** The little ones' names are told with a ○ in them. */
function isMasked({ role, places }: CountyAccount): boolean {
  return role === "student" && places[0]?.school.level === "國小";
}

function bySchool<T>(account: CountyAccount, tell: (place: CountyAccount["places"][number]) => T): Record<string, T> {
  return Object.fromEntries(account.places.map((place) => [place.school.code, tell(place)]));
}
