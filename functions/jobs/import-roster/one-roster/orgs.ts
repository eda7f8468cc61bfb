import { plainText } from "../../../person/text.ts";
import { type CsvRow, cell } from "../csv-table.ts";
import type { RowReason } from "../problems.ts";
import type { RowProblem } from "../roster-row.ts";
import { findSchool, readLevel, type SchoolKey, type SchoolLookup } from "../rules/school.ts";
import type { OneRosterFile } from "./package.ts";

/** refused: the row of orgs.csv has a problem of its own, told once there and not again by each role. */
export type Org = SchoolKey | "not-a-school" | "refused";

export interface Orgs {
  find(sourcedId: string): Org | undefined;
  readonly problems: readonly RowProblem[];
}

/**
 * The schools of orgs.csv. `identifier` is the school code. One code can stand for two levels, so the level is written into the
 * `sourcedId`, as `school-014601-國小`; another `sourcedId` will do when the code has one level only. A delta need not repeat its schools:
 * an org that is not in the file is found by a `sourcedId` of that form.
 */
export function readOrgs(file: OneRosterFile | undefined, schools: SchoolLookup): Orgs {
  if (!file) return { find: (sourcedId) => schoolNamedBy(sourcedId, schools), problems: [] };
  const { table } = file;
  const orgs = new Map<string, Org>();
  const problems: RowProblem[] = [...table.problems];
  for (const row of table.rows) {
    const sourcedId = plainText(cell(table, row, "sourcedId"));
    const read = readOrg(sourcedId, row, file, schools);
    if ("fault" in read) problems.push({ file: table.file, row: row.row, ...read.fault });
    if (sourcedId !== "" && !orgs.has(sourcedId)) orgs.set(sourcedId, "fault" in read ? "refused" : read.org);
  }
  const find = (sourcedId: string) => orgs.get(sourcedId) ?? schoolNamedBy(sourcedId, schools);
  return { find, problems };
}

type ReadOrg = { org: Org } | { fault: { field: string; reason: RowReason } };

function readOrg(sourcedId: string, row: CsvRow, { table }: OneRosterFile, schools: SchoolLookup): ReadOrg {
  if (sourcedId === "") return { fault: { field: "sourcedId", reason: "missing-field" } };
  if (plainText(cell(table, row, "type")) !== "school") return { org: "not-a-school" };
  const identifier = plainText(cell(table, row, "identifier"));
  if (identifier === "") return { fault: { field: "identifier", reason: "missing-field" } };
  const [only, another] = schools.levelsOf(identifier);
  const level = readLevel(partsOf(sourcedId).level) ?? (another ? undefined : only);
  if (!level) return { fault: only ? { field: "sourcedId", reason: "unknown-level" } : unknownSchool };
  const org = findSchool(identifier, level, schools);
  return org ? { org } : { fault: unknownSchool };
}

const unknownSchool = { field: "identifier", reason: "unknown-school" } as const;

function schoolNamedBy(sourcedId: string, schools: SchoolLookup): SchoolKey | undefined {
  const { code, level: word } = partsOf(sourcedId);
  const level = readLevel(word);
  return level && findSchool(code, level, schools);
}

function partsOf(sourcedId: string): { code: string; level: string } {
  const [, code = "", level = ""] = /^school-([0-9A-Za-z]{1,6})-(.{1,20})$/.exec(sourcedId) ?? [];
  return { code, level };
}
