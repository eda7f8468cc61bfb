import { plainText } from "../../../person/text.ts";
import { checkPlace } from "../check-place.ts";
import { type CsvRow, cell } from "../csv-table.ts";
import type { RowReason } from "../problems.ts";
import type { RosterRole, RosterRow, RowProblem } from "../roster-row.ts";
import { standing } from "../rules/dates.ts";
import { changeOf } from "./change.ts";
import type { Homerooms } from "./homerooms.ts";
import type { Orgs } from "./orgs.ts";
import type { OneRosterFile } from "./package.ts";
import type { RosterUsers } from "./users.ts";

/** OneRoster 1.2 roles as identity kinds (M2). Parents and other relations are no part of a roster. */
const kinds: Record<string, RosterRole | "role-not-kept"> = {
  student: "student",
  teacher: "teacher",
  principal: "staff",
  siteAdministrator: "staff",
  districtAdministrator: "staff",
  systemAdministrator: "staff",
  counselor: "staff",
  aide: "staff",
  proctor: "staff",
  guardian: "role-not-kept",
  parent: "role-not-kept",
  relative: "role-not-kept",
};

export interface RoleContext {
  readonly roles: OneRosterFile;
  readonly users: RosterUsers;
  readonly orgs: Orgs;
  readonly homerooms: Homerooms;
  /** `YYYY-MM-DD` in Taiwan. */
  readonly today: string;
}

/** A row of roles.csv taken, with the role as written: a principal who is also siteAdministrator is one person of the staff. */
export interface ReadRole {
  readonly row: RosterRow;
  readonly written: string;
}

type Outcome = { role: ReadRole } | { problems: RowProblem[] };

const columns = { grade: "grades", class: "metadata.class", seat: "metadata.seat" } as const;

/** What one row of roles.csv says. A role of a refused person or school is left out without a problem of its own. */
export function readRole(context: RoleContext, line: CsvRow): Outcome {
  const { table } = context.roles;
  const at = (column: string) => plainText(cell(table, line, column));
  const source = { file: table.file, row: line.row };
  const refuse = (field: string, reason: RowReason) => ({ problems: [{ ...source, field, reason }] });

  const user = context.users.bySourcedId.get(at("userSourcedId"));
  if (!user) return refuse("userSourcedId", at("userSourcedId") === "" ? "missing-field" : "unknown-user");
  const written = at("role");
  const role = Object.hasOwn(kinds, written) ? kinds[written] : undefined;
  if (!role || role === "role-not-kept") return refuse("role", role ?? "unknown-role");
  const org = context.orgs.find(at("orgSourcedId"));
  if (!org) return refuse("orgSourcedId", at("orgSourcedId") === "" ? "missing-field" : "unknown-org");
  if (org === "not-a-school") return refuse("orgSourcedId", org);
  if (user === "refused" || org === "refused") return { problems: [] };
  const change = changeOf(context.roles, line);
  if (!change) return refuse("status", "status-unreadable");
  const when = standing(context.today, at("beginDate"), at("endDate"));
  if (when === "unreadable") return refuse("beginDate", "date-unreadable");

  const fields = { ...user.person, role, schoolCode: org.code, level: org.level, source };
  if (change === "leave" || user.leaves || when === "after") {
    return { role: { written, row: { ...fields, change: "leave" } } };
  }
  if (when === "before") return refuse("beginDate", "role-not-begun");
  if (role !== "student") return { role: { written, row: { ...fields, change: "put" } } };
  const homeroom = user.class || context.homerooms.classOf(at("userSourcedId"), at("orgSourcedId"));
  const { place, problems } = checkPlace(org.level, { grade: user.grades, class: homeroom, seat: user.seat });
  if (place) return { role: { written, row: { ...fields, ...place, change: "put" } } };
  return { problems: problems.map(({ of, reason }) => ({ ...user.place, field: columns[of], reason })) };
}
