import * as z from "zod/mini";
import { schoolLevels } from "../contract/catalogue.ts";
import { filled } from "../contract/schemas/parts.ts";
import { accountNameOf } from "../person/account-name.ts";
import type { DefaultPasswordIssuer, IssuedDefaultPassword, SchoolClass } from "../ports/default-passwords.ts";
import { readClass } from "./import-roster/rules/class-and-seat.ts";
import { readGrade } from "./import-roster/rules/grade.ts";

const job = z.literal("issue-default-passwords");
/** Who asks, for the audit record. */
const by = filled(60);

/** For one account, or for a whole class. */
export const issueEvent = z.union([
  z.strictObject({ job, by, account: filled(320) }),
  z.strictObject({
    job,
    by,
    class: z.strictObject({ school: filled(12), level: z.enum(schoolLevels), grade: filled(10), class: filled(20) }),
  }),
]);
export type IssueEvent = z.infer<typeof issueEvent>;

/** The default passwords in clear: to be shown once to whoever asked, and kept nowhere. */
export interface IssueReport {
  readonly issued: readonly { name: string; account: string; password: string; until: string }[];
  readonly skipped: readonly { name: string; account: string; reason: "disabled" }[];
  /** Persons of the class who have not applied for an account yet. */
  readonly withoutAccount: number;
}

interface Parts {
  readonly issuer: DefaultPasswordIssuer;
  readonly accountDomain: string;
}

/** So many hashes at once as Node has threads for them. */
const atOnce = 4;

/** M95, M49: issues default passwords, each account's with an audit record of its own. Issuing again ends those of before. */
export async function issueDefaultPasswords(event: IssueEvent, parts: Parts): Promise<IssueReport> {
  const { userIds, withoutAccount } =
    "account" in event ? await ofOne(event.account) : await parts.issuer.usersOf(classOf(event.class));
  const all: IssuedDefaultPassword[] = [];
  for (let at = 0; at < userIds.length; at += atOnce)
    all.push(
      ...(await Promise.all(userIds.slice(at, at + atOnce).map((userId) => parts.issuer.issue(userId, event.by)))),
    );
  const accountOf = (name: string) => `${name}@${parts.accountDomain}`;
  const bySeat = "class" in event ? all.toSorted((a, b) => seatOf(a, event.class) - seatOf(b, event.class)) : all;
  return {
    issued: bySeat.flatMap((one) =>
      one.outcome === "issued"
        ? [
            {
              name: one.name,
              account: accountOf(one.accountName),
              password: one.password,
              until: new Date(one.until).toISOString(),
            },
          ]
        : [],
    ),
    skipped: bySeat.flatMap((one) =>
      one.outcome === "disabled"
        ? [{ name: one.name, account: accountOf(one.accountName), reason: "disabled" as const }]
        : [],
    ),
    withoutAccount,
  };

  async function ofOne(account: string) {
    const userId = await parts.issuer.userOf(accountNameOf(account, parts.accountDomain));
    return { userIds: userId === undefined ? [] : [userId], withoutAccount: 0 };
  }
}

type AskedClass = Extract<IssueEvent, { class: unknown }>["class"];

/** As schools write it: 四年級, 02班. */
function classOf({ school, level, ...asked }: AskedClass): SchoolClass {
  const [grade, className] = [readGrade(asked.grade, level), readClass(asked.class)];
  if (!grade.ok || grade.grade === undefined) throw new Error(`${level} has no grade ${asked.grade}`);
  if (!className.ok || className.class === undefined) throw new Error(`${asked.class} is no class`);
  return { school: { code: school, level }, grade: String(grade.grade), class: className.class };
}

/** As the list of a class goes; who has no seat comes last. */
function seatOf(one: IssuedDefaultPassword, { school, level }: AskedClass): number {
  const enrolments = one.outcome === "no-account" ? [] : one.enrolments;
  const place = enrolments.find((enrolment) => enrolment.school.code === school && enrolment.school.level === level);
  return Number(place?.seat ?? 1_000);
}
