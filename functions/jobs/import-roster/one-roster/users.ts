import { plainText } from "../../../person/text.ts";
import { type CheckedPerson, checkPerson } from "../check-person.ts";
import { type CsvRow, cell } from "../csv-table.ts";
import type { RowReason } from "../problems.ts";
import type { RowPlace, RowProblem } from "../roster-row.ts";
import { changeOf } from "./change.ts";
import { joinName, nidOf } from "./names.ts";
import type { OneRosterFile } from "./package.ts";

export interface RosterUser {
  readonly person: CheckedPerson;
  /** True when the account is switched off or to be deleted at the source: none of the person's roles holds any more. */
  readonly leaves: boolean;
  readonly grades: string;
  readonly class: string;
  readonly seat: string;
  readonly place: RowPlace;
}

export interface RosterUsers {
  /** refused: the row of users.csv has a problem of its own, told once there and not again by each role. */
  readonly bySourcedId: ReadonlyMap<string, RosterUser | "refused">;
  readonly problems: readonly RowProblem[];
}

type Fault = { readonly field: string; readonly reason: RowReason };

/** The persons of users.csv. `metadata.class` and `metadata.seat` are ours: OneRoster has no column for 座號, and 班級 only by enrolment. */
export function readUsers(file: OneRosterFile): RosterUsers {
  const { table } = file;
  const bySourcedId = new Map<string, RosterUser | "refused">();
  const problems: RowProblem[] = [...table.problems];
  for (const row of table.rows) {
    const place = { file: table.file, row: row.row };
    const sourcedId = plainText(cell(table, row, "sourcedId"));
    const repeated = sourcedId === "" ? "missing-field" : bySourcedId.has(sourcedId) ? "duplicate-row" : undefined;
    if (repeated) {
      problems.push({ ...place, field: "sourcedId", reason: repeated });
      continue;
    }
    const read = readUser(file, row, place);
    if ("faults" in read) problems.push(...read.faults.map((fault) => ({ ...place, ...fault })));
    bySourcedId.set(sourcedId, "faults" in read ? "refused" : read);
  }
  return { bySourcedId, problems };
}

function readUser(file: OneRosterFile, row: CsvRow, place: RowPlace): RosterUser | { faults: Fault[] } {
  const at = (column: string) => cell(file.table, row, column);
  const change = changeOf(file, row);
  const enabled = plainText(at("enabledUser")).toLowerCase();
  const nid = nidOf(at("userIds"));
  const name = joinName({
    familyName: at("familyName"),
    givenName: at("givenName"),
    middleName: at("middleName"),
    fullName: at("metadata.fullName"),
  });
  const checked = checkPerson(nid ?? "", name);
  if (change && (enabled === "true" || enabled === "false") && checked.person) {
    const leaves = change === "leave" || enabled === "false";
    return {
      person: checked.person,
      leaves,
      grades: at("grades"),
      class: at("metadata.class"),
      seat: at("metadata.seat"),
      place,
    };
  }
  const faults: Fault[] = checked.problems.map(({ of, reason }) =>
    of === "name"
      ? { field: "familyName", reason }
      : { field: "userIds", reason: nid === undefined ? "id-several" : reason },
  );
  if (!change) faults.push({ field: "status", reason: "status-unreadable" });
  if (enabled !== "true" && enabled !== "false") faults.push({ field: "enabledUser", reason: "enabled-unreadable" });
  return { faults };
}
