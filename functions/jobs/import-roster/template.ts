import { plainText } from "../../person/text.ts";
import { checkPerson } from "./check-person.ts";
import { checkPlace } from "./check-place.ts";
import { type CsvRow, type CsvTable, cell, requireColumns } from "./csv-table.ts";
import { oneNamePerId } from "./one-name-per-id.ts";
import type { RowReason } from "./problems.ts";
import { type RosterReading, type RosterRole, type RosterRow, type RowProblem, rowKey } from "./roster-row.ts";
import { findSchool, readLevel, type SchoolKey, type SchoolLookup } from "./rules/school.ts";

/** The header of the plain Taiwanese template. The order is free, further columns are passed over. */
export const templateColumns = ["學校代碼", "學制", "姓名", "身分", "年級", "班級", "座號", "身分證字號"] as const;
type TemplateColumn = (typeof templateColumns)[number];
type Fault = { readonly field: TemplateColumn; readonly reason: RowReason };

const roles: Record<string, RosterRole> = { 學生: "student", 教師: "teacher", 老師: "teacher", 職員: "staff" };
const columnOf = { id: "身分證字號", name: "姓名", grade: "年級", class: "班級", seat: "座號" } as const;

/**
 * Reads the template a school fills in by hand. Every row says that the person is there now: this format cannot say that somebody left.
 * 年級, 班級 and 座號 may be blank; a teacher's are those of the homeroom.
 * @throws RosterSourceError missing-column
 */
export function readTemplate(table: CsvTable, schools: SchoolLookup): RosterReading {
  requireColumns(table, templateColumns);
  const seen = new Set<string>();
  const problems: RowProblem[] = [...table.problems];
  const rows: RosterRow[] = [];
  for (const line of table.rows) {
    const read = readRow(table, line, schools);
    const faults = "faults" in read ? read.faults : repeats(seen, read.row);
    problems.push(...faults.map((fault) => ({ file: table.file, row: line.row, ...fault })));
    if ("row" in read && faults.length === 0) rows.push(read.row);
  }
  const named = oneNamePerId(rows, columnOf.id);
  return {
    read: table.rows.length + table.problems.length,
    rows: named.rows,
    problems: [...problems, ...named.problems],
  };
}

function readRow(table: CsvTable, line: CsvRow, schools: SchoolLookup): { row: RosterRow } | { faults: Fault[] } {
  const at = (column: TemplateColumn) => cell(table, line, column);
  const { school, faults } = readSchool(at("學校代碼"), at("學制"), schools);
  const checked = checkPerson(at("身分證字號"), at("姓名"));
  faults.push(...checked.problems.map(({ of, reason }) => ({ field: columnOf[of], reason })));
  const role = roleOf(at("身分"));
  if (!role) faults.push({ field: "身分", reason: plainText(at("身分")) === "" ? "missing-field" : "unknown-role" });
  const level = readLevel(at("學制"));
  const placed = level && checkPlace(level, { grade: at("年級"), class: at("班級"), seat: at("座號") });
  faults.push(...(placed?.problems ?? []).map(({ of, reason }) => ({ field: columnOf[of], reason })));
  if (!school || !checked.person || !role || !placed?.place) return { faults };
  const source = { file: table.file, row: line.row };
  return {
    row: {
      ...checked.person,
      role,
      schoolCode: school.code,
      level: school.level,
      ...placed.place,
      change: "put",
      source,
    },
  };
}

function readSchool(code: string, levelText: string, schools: SchoolLookup): { school?: SchoolKey; faults: Fault[] } {
  const blank = (["學校代碼", "學制"] as const).filter((_, index) => plainText([code, levelText][index] ?? "") === "");
  if (blank.length > 0) return { faults: blank.map((field) => ({ field, reason: "missing-field" })) };
  const level = readLevel(levelText);
  if (!level) return { faults: [{ field: "學制", reason: "unknown-level" }] };
  const school = findSchool(code, level, schools);
  return school ? { school, faults: [] } : { faults: [{ field: "學校代碼", reason: "unknown-school" }] };
}

function roleOf(text: string): RosterRole | undefined {
  const word = plainText(text);
  return Object.hasOwn(roles, word) ? roles[word] : undefined;
}

function repeats(seen: Set<string>, row: RosterRow): Fault[] {
  const key = rowKey(row);
  if (seen.has(key)) return [{ field: columnOf.id, reason: "duplicate-row" }];
  seen.add(key);
  return [];
}
