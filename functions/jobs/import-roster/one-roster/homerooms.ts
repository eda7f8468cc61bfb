import { plainText } from "../../../person/text.ts";
import { cell } from "../csv-table.ts";
import type { RowProblem } from "../roster-row.ts";
import { changeOf } from "./change.ts";
import type { OneRosterPackage } from "./package.ts";

export interface Homerooms {
  /** 班級 as written, or "". */
  classOf(userSourcedId: string, orgSourcedId: string): string;
  readonly problems: readonly RowProblem[];
}

/** 班級 by enrolment: the homeroom of classes.csv a student is enrolled in at a school (`classCode`, or else `title`). */
export function readHomerooms({ classes, enrollments }: OneRosterPackage): Homerooms {
  if (!classes || !enrollments) return { classOf: () => "", problems: [] };
  const titles = new Map<string, string>();
  for (const row of classes.table.rows) {
    if (plainText(cell(classes.table, row, "classType")) !== "homeroom") continue;
    const title = cell(classes.table, row, "classCode") || cell(classes.table, row, "title");
    titles.set(plainText(cell(classes.table, row, "sourcedId")), title);
  }
  const homerooms = new Map<string, string>();
  for (const row of enrollments.table.rows) {
    const at = (column: string) => plainText(cell(enrollments.table, row, column));
    const title = titles.get(at("classSourcedId"));
    if (title === undefined || at("role") !== "student" || changeOf(enrollments, row) !== "put") continue;
    homerooms.set(key(at("userSourcedId"), at("schoolSourcedId")), title);
  }
  return {
    classOf: (user, org) => homerooms.get(key(user, org)) ?? "",
    problems: [...classes.table.problems, ...enrollments.table.problems],
  };
}

function key(user: string, org: string): string {
  return JSON.stringify([user, org]);
}
