import { plainText } from "../../person/text.ts";
import { cell } from "./csv-table.ts";
import { oneNamePerId } from "./one-name-per-id.ts";
import { readHomerooms } from "./one-roster/homerooms.ts";
import { readOrgs } from "./one-roster/orgs.ts";
import { openPackage } from "./one-roster/package.ts";
import { type ReadRole, type RoleContext, readRole } from "./one-roster/roles.ts";
import { type RosterUsers, readUsers } from "./one-roster/users.ts";
import type { SourceTables } from "./read-source.ts";
import { type RosterReading, type RosterRow, type RowProblem, rowKey } from "./roster-row.ts";
import type { SchoolLookup } from "./rules/school.ts";

/**
 * Reads a OneRoster 1.2 CSV package: orgs, users and roles; classes and enrollments for 班級 when they are there. One row of roles.csv is one
 * roster row. A person leaves a role when the role or the user is `tobedeleted`, the user is not enabled, or `endDate` is past.
 * A delta is read when the users of its roles are in the same package. Somebody who is missing from a bulk file is left as they are.
 * @param today `YYYY-MM-DD` in Taiwan
 * @throws RosterSourceError when the package as a whole cannot be read
 */
export function readOneRoster(
  source: Extract<SourceTables, { kind: "one-roster" }>,
  schools: SchoolLookup,
  today: string,
): RosterReading {
  const files = openPackage(source);
  const orgs = readOrgs(files.orgs, schools);
  const users = readUsers(files.users);
  const homerooms = readHomerooms(files);
  const taken = readRoles({ roles: files.roles, users, orgs, homerooms, today });
  const named = oneNamePerId(taken.rows, "userSourcedId");
  const { table } = files.roles;
  return {
    read: table.rows.length + table.problems.length,
    rows: named.rows,
    problems: unrepeated([
      ...orgs.problems,
      ...users.problems,
      ...homerooms.problems,
      ...table.problems,
      ...withoutRole(users, new Set(table.rows.map((row) => plainText(cell(table, row, "userSourcedId"))))),
      ...taken.problems,
      ...named.problems,
    ]),
  };
}

function readRoles(context: RoleContext): { rows: RosterRow[]; problems: RowProblem[] } {
  const kept = new Map<string, ReadRole>();
  const problems: RowProblem[] = [];
  for (const line of context.roles.table.rows) {
    const read = readRole(context, line);
    if ("problems" in read) {
      problems.push(...read.problems);
      continue;
    }
    const key = rowKey(read.role.row);
    const first = kept.get(key);
    if (first && isRepeat(first, read.role))
      problems.push({ ...read.role.row.source, field: "role", reason: "duplicate-row" });
    // Who left one role and holds another of the same kind at the school is still there.
    else if (!first || first.row.change === "leave") kept.set(key, read.role);
  }
  return { rows: [...kept.values()].map((role) => role.row), problems };
}

function isRepeat(first: ReadRole, next: ReadRole): boolean {
  return first.written === next.written && first.row.change === next.row.change;
}

function withoutRole(users: RosterUsers, withRole: ReadonlySet<string>): RowProblem[] {
  return [...users.bySourcedId].flatMap(([sourcedId, user]) =>
    user === "refused" || withRole.has(sourcedId)
      ? []
      : [{ ...user.place, field: "sourcedId", reason: "user-without-role" as const }],
  );
}

/** A wrong grade of a person with two roles is one problem of users.csv. */
function unrepeated(problems: readonly RowProblem[]): RowProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
