import type { Role } from "../../contract/schemas/parts.ts";
import { picturePath } from "../../contract/schemas/pictures.ts";
import { isAccountEmail } from "../../person/account-name.ts";
import type { Profile } from "../../ports/accounts.ts";
import type { PersonOfClaims } from "../../ports/openid-provider.ts";
import { schoolTermAt } from "./school-year.ts";

const titleOf: Record<Role, string> = { student: "學生", teacher: "教師", staff: "職員" };

/**
 * The education record as the central provider of the country gives it: a school with all titles there once, a class for each enrolment
 * that has one. Year and semester are those of the moment. `now`: epoch milliseconds.
 */
export function eduinfoOf({ enrolments }: Pick<Profile, "enrolments">, now: number) {
  const titles = Map.groupBy(enrolments, ({ school }) => school.code);
  const { year, semester } = schoolTermAt(now);
  return {
    schoolid: enrolments[0]?.school.code ?? "",
    titles: [...titles].map(([schoolid, there]) => ({
      schoolid,
      titles: [...new Set(there.map(({ role }) => titleOf[role]))],
    })),
    classinfo: enrolments.flatMap(({ school, grade, class: className }) =>
      grade === undefined || className === undefined
        ? []
        : [
            {
              year: String(year),
              semester: `0${semester}`,
              schoolid: school.code,
              grade,
              classno: className,
              classtitle: /^\d+$/.test(className) ? `${grade}年${Number(className)}班` : className,
            },
          ],
    ),
  };
}

/** Every claim of a person; the provider gives those that were asked for and allowed. An e-mail address only when it was proved. */
export function claimsOf(person: PersonOfClaims, now: number, siteOrigin: string) {
  const { accountName, name, email, createdAt, updatedAt, personId, details, picture } = person;
  return {
    name,
    // The account of 其他 is the address, which is the scope `email` to give (M20). The nickname is no stand-in: it may be another's account name.
    ...(isAccountEmail(accountName) ? {} : { preferred_username: accountName }),
    ...(details === undefined ? {} : { nickname: details.nickname }),
    ...(details?.gender === undefined ? {} : { gender: details.gender }),
    ...(picture === undefined ? {} : { picture: `${siteOrigin}${picturePath(picture)}` }),
    updated_at: Math.floor(Date.parse(updatedAt ?? createdAt) / 1_000),
    ...(email?.proved ? { email: email.value, email_verified: true } : {}),
    // Nobody here had an OpenID 2.0 id; applications written for the central provider expect the claim.
    openid2_id: [],
    ...eduinfoOf(person, now),
    ...(personId === undefined ? {} : { personid: personId }),
    ...legacyClaimsOf(person),
  };
}

/**
 * Of a legacy platform: the old account as it wrote it (M82), or what the person told it (M83), proved by nobody. The ID number is not among
 * it: that has a scope of its own (M86).
 */
function legacyClaimsOf({ legacy }: Pick<PersonOfClaims, "legacy">) {
  if (legacy === undefined) return {};
  if (legacy.state === "linked") return { legacy_account: legacy.legacyAccount };
  const { title, phone, email, gender, chineseName, englishName } = legacy.profile;
  const told = { title, phone, email, gender, chinese_name: chineseName, english_name: englishName };
  return { legacy_profile: Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) };
}
