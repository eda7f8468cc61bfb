import type { Level, Role } from "../../functions/contract/schemas/parts.ts";
import { apply, codeSentTo } from "../service/people.ts";
import type { Service } from "../service/service.ts";

/** One person at one place, as a school's roster has it; `leaves` when the role there is over. */
export interface RosterPlace {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly school: string;
  readonly level: Level;
  readonly grade: string;
  readonly class: string;
  readonly seat: string;
  readonly leaves?: boolean;
}

let persons = 0;

/** Somebody new in grade 4 of a school. */
export function rosterPerson(at: Partial<RosterPlace> = {}): RosterPlace {
  persons += 1;
  const tag = `${process.pid}-${persons}`;
  const fixed = { role: "student", school: "383601", level: "國小", grade: "4", class: "1", seat: "1" } as const;
  return { personId: `C-${tag}`, name: `名冊${tag.replace("-", "N")}`, ...fixed, ...at };
}

const directory = ["383601", "383602"].map((code) => ({
  code,
  level: "國小",
  name: `市立${code}國小`,
  county: "臺北市",
  district: "文山區",
}));

const table = (header: string, rows: readonly (readonly string[])[]) =>
  [header, ...rows.map((row) => row.join(","))].join("\n");

/** Imports these places, and only these, as a OneRoster package; a place that is over has an end in the past. */
export async function importPlaces(service: Pick<Service, "jobs">, places: readonly RosterPlace[]): Promise<unknown> {
  const org = ({ school, level }: RosterPlace) => `school-${school}-${level}`;
  const files = {
    "manifest.csv": table("propertyName,value", [
      ["manifest.version", "1.0"],
      ["oneroster.version", "1.2"],
      ...["orgs", "users", "roles"].map((name) => [`file.${name}`, "bulk"]),
    ]),
    "orgs.csv": table(
      "sourcedId,status,dateLastModified,name,type,identifier",
      directory.map(({ code, level, name }) => [`school-${code}-${level}`, "", "", name, "school", code]),
    ),
    "users.csv": table(
      "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,grades,metadata.fullName,metadata.seat,metadata.class",
      places.map(({ personId, name, grade, seat, class: className }, index) => [
        `u${index}`,
        "",
        "",
        "true",
        `u${index}`,
        `{NID:${personId}}`,
        name,
        "某",
        grade,
        name,
        seat,
        className,
      ]),
    ),
    "roles.csv": table(
      "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId",
      places.map((place, index) => [
        `r${index}`,
        "",
        "",
        `u${index}`,
        "primary",
        place.role,
        "",
        place.leaves ? "2020-07-31" : "",
        org(place),
      ]),
    ),
  };
  const encoded = Object.entries(files).map(([name, text]) => [name, Buffer.from(text).toString("base64")]);
  const event = { job: "import-roster", files: Object.fromEntries(encoded), asOf: { year: 115, semester: 1 } };
  const report = (await service.jobs({ ...event, schools: directory })) as { problems: unknown[]; stoppedAt?: unknown };
  if (report.problems.length > 0 || report.stoppedAt !== undefined) throw new Error(JSON.stringify(report));
  return report;
}

/** Applies for an account as a person of the roster; gives the account name. */
export async function registeredAs(service: Service, { role, name, personId, school, level }: RosterPlace) {
  const accountName = `u${service.random(5)}`;
  const email = `${accountName}@mail.test`;
  const browser = service.browser();
  await apply.identity(browser, { role, name, personId, school: { code: school, level } });
  await apply.consent(browser);
  await apply.account(browser, { accountName, email });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(service, email));
  const { status, body } = await apply.complete(browser);
  if (status !== 200) throw new Error(`no account for ${name}: ${body.code}`);
  return accountName;
}
