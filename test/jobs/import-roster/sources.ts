import { schoolLookup } from "../../../functions/jobs/import-roster/rules/school.ts";
import { templateColumns } from "../../../functions/jobs/import-roster/template.ts";

/** A few schools: one code with two levels, one with a letter, one of a university. */
export const schools = schoolLookup([
  { code: "014601", level: "國小" },
  { code: "014501", level: "國中" },
  { code: "011301", level: "國小" },
  { code: "011301", level: "國中" },
  { code: "011301", level: "高中職" },
  { code: "020F01", level: "特教學校" },
  { code: "0001", level: "大專校院" },
]);
export const now = new Date("2026-11-21T04:00:00Z");

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(",")}\n`).join("");

const pupil = {
  學校代碼: "014601",
  學制: "國小",
  姓名: "陳小華",
  身分: "學生",
  年級: "4",
  班級: "2",
  座號: "7",
  身分證字號: "A100000001",
};
export type TemplateRow = Partial<typeof pupil>;

/** A template file of rows that are the pupil 陳小華 but for what is said. The first row is line 2. */
export function template(...rows: TemplateRow[]): Map<string, Uint8Array> {
  const lines = rows.map((row) => templateColumns.map((column) => ({ ...pupil, ...row })[column]));
  return new Map([["名冊.csv", bytes(csv([templateColumns, ...lines]))]]);
}

type Cells = Readonly<Record<string, string>>;
export interface PackageParts {
  readonly manifest?: Cells;
  readonly orgs?: readonly Cells[];
  readonly users?: readonly Cells[];
  readonly roles?: readonly Cells[];
  readonly classes?: readonly Cells[];
  readonly enrollments?: readonly Cells[];
}

export const school: Cells = {
  sourcedId: "school-014601-國小",
  name: "市立板橋國小",
  type: "school",
  identifier: "014601",
};
export const user: Cells = {
  sourcedId: "u1",
  enabledUser: "true",
  username: "u1",
  userIds: "{NID:A100000001}",
  givenName: "小華",
  familyName: "陳",
  grades: "04",
};
export const role: Cells = {
  sourcedId: "r1",
  userSourcedId: "u1",
  roleType: "primary",
  role: "student",
  orgSourcedId: "school-014601-國小",
};

/** A OneRoster package: the pupil 陳小華 of one school, but for what is said. */
export function oneRoster(parts: PackageParts = {}): Map<string, Uint8Array> {
  const { manifest = {}, orgs = [school], users = [user], roles = [role], classes, enrollments } = parts;
  const properties: Cells = {
    "manifest.version": "1.0",
    "oneroster.version": "1.2",
    "file.orgs": "bulk",
    "file.users": "bulk",
    "file.roles": "bulk",
    "file.classes": classes ? "bulk" : "absent",
    "file.enrollments": enrollments ? "bulk" : "absent",
    ...manifest,
  };
  const files: Record<string, readonly Cells[] | undefined> = { orgs, users, roles, classes, enrollments };
  return new Map([
    ["manifest.csv", bytes(csv([["propertyName", "value"], ...Object.entries(properties)]))],
    ...Object.entries(files).flatMap(([name, rows]) => (rows ? [[`${name}.csv`, table(rows)] as const] : [])),
  ]);
}

function table(rows: readonly Cells[]): Uint8Array {
  const columns = [...new Set(["sourcedId", "status", "dateLastModified", ...rows.flatMap((row) => Object.keys(row))])];
  return bytes(csv([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]));
}
