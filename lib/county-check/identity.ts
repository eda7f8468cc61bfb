import type { CountyIdentity, CountySchool } from "../../functions/contract/counties.ts";
import type { Role } from "../../functions/contract/schemas/parts.ts";
import { maskEmail, maskName, maskPersonId } from "../../functions/person/masks.ts";
import { type Finding, good, note, warning } from "./finding.ts";

/** What the mapping is held against. */
export interface Known {
  /** The name of a school of the directory. */
  readonly schoolName: (code: string) => string | undefined;
  readonly now: Date;
}

const roleNames: Record<Role, string> = { student: "學生", teacher: "教師", staff: "職員" };

/** Step 6: the person in the normal shape, masked, and what people would miss. Pure. */
export function checkIdentity(identity: CountyIdentity, known: Known): readonly Finding[] {
  const { schools } = identity;
  return [
    ...aboutPerson(identity),
    ...(schools.length === 0
      ? [warning("沒有學校：無法帶入服務單位", "There is no school: nobody can be placed")]
      : schools.flatMap((school) => aboutSchool(school, known))),
  ];
}

function aboutPerson({ subject, name, nameMasked, email, personDigest, roles }: CountyIdentity): Finding[] {
  const subjectWords = `${maskPersonId(subject)} (${subject.length})`;
  return [
    good(`識別碼：${subjectWords}`, `Subject: ${subjectWords}`),
    ...(name === undefined
      ? [warning("沒有姓名", "There is no name")]
      : [good(`姓名：${maskName(name)}`, `Name: ${maskName(name)}`)]),
    ...(nameMasked
      ? [
          warning(
            "縣市提供的是遮罩後的姓名，不能用來比對：申請時需自行填寫",
            "The county hides a part of the name, so it is compared with nothing: people type it when they apply",
          ),
        ]
      : []),
    personDigest === undefined
      ? warning(
          "沒有 guid（身分證字號的 SHA-256）：民眾要自行填寫資料才能申請",
          "There is no guid (SHA-256 of the ID number): people will fill in their data to apply",
        )
      : good("有 guid（身分證字號的 SHA-256）", "There is a guid (SHA-256 of the ID number)"),
    email === undefined
      ? note("沒有電子郵件", "There is no e-mail address")
      : good(`電子郵件：${maskEmail(email)}`, `E-mail: ${maskEmail(email)}`),
    roles.length === 0
      ? warning("看不出身分（學生、教師或職員）", "The role (student, teacher, staff) cannot be told")
      : good(`身分：${roles.map((role) => roleNames[role]).join("、")}`, `Roles: ${roles.join(", ")}`),
  ];
}

function aboutSchool(school: CountySchool, { schoolName, now }: Known): Finding[] {
  const { code, grade, roles, year, semester } = school;
  const name = schoolName(code);
  const [zh, en] = placeIn(school, name ?? "?");
  return [
    name === undefined
      ? warning(`學校名錄沒有這個代碼：${zh}`, `The school directory has no such code: ${en}`)
      : good(`學校：${zh}`, `School: ${en}`),
    ...(grade !== undefined && !/^\d{1,2}$/.test(grade)
      ? [warning(`${code}：年級不是數字`, `${code}: the grade is not a number`)]
      : []),
    ...(roles.includes("student") ? aboutTerm(code, year, semester, now) : []),
  ];
}

/** The seat is masked: with school and class it is one person. */
function placeIn(school: CountySchool, name: string): readonly [zh: string, en: string] {
  const { code, grade, class: className, seat, titles, year, semester } = school;
  const parts: readonly (readonly [value: string | undefined, zh: string, en: string])[] = [
    [grade, "年級", "grade"],
    [className, "班級", "class"],
    [seat?.replaceAll(/./gu, "*"), "座號", "seat"],
    [titles.join("/"), "職稱", "titles"],
    [year === undefined ? undefined : [year, semester].filter(Boolean).join("-"), "學年期", "school year"],
  ];
  const known = parts.filter(([value]) => value !== undefined && value !== "");
  const tell = (words: readonly string[]) => [code, name, ...words].join(" · ");
  return [tell(known.map(([value, zh]) => `${zh} ${value}`)), tell(known.map(([value, , en]) => `${en} ${value}`))];
}

function aboutTerm(code: string, year: number | undefined, semester: number | undefined, now: Date): Finding[] {
  const present = schoolYearOf(now);
  if (year === undefined || semester === undefined) {
    return [
      warning(
        `${code}：沒有學年度與學期，視為現在的 ${present} 學年度`,
        `${code}: no school year and semester, taken as the present one, ${present}`,
      ),
    ];
  }
  if (year <= present) return [];
  return [
    warning(
      `${code}：學年度 ${year} 超前（現在是 ${present} 學年度），暑假期間可能是新學年的資料`,
      `${code}: the school year ${year} is ahead of the present one, ${present}: in summer it may be the next`,
    ),
  ];
}

/** 學年度: the year of the Republic in which it began, on 1 August in Taiwan. */
export function schoolYearOf(now: Date): number {
  const inTaiwan = new Date(now.getTime() + 8 * 60 * 60 * 1_000);
  return inTaiwan.getUTCFullYear() - 1911 - (inTaiwan.getUTCMonth() < 7 ? 1 : 0);
}
