import type { Role } from "../../contract/schemas/parts.ts";
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
export function claimsOf(person: PersonOfClaims, now: number) {
  const { accountName, name, email, createdAt, updatedAt, personId } = person;
  return {
    name,
    preferred_username: accountName,
    updated_at: Math.floor(Date.parse(updatedAt ?? createdAt) / 1_000),
    ...(email?.proved ? { email: email.value, email_verified: true } : {}),
    // Nobody here had an OpenID 2.0 id; applications written for the central provider expect the claim.
    openid2_id: [],
    ...eduinfoOf(person, now),
    ...(personId === undefined ? {} : { personid: personId }),
  };
}
