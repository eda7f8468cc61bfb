import { foldName } from "../../person/name.ts";
import type { RosterRow, RowProblem } from "./roster-row.ts";

/**
 * An ID that passes its check can still be another child's. Two names under one ID in one file tell that one of them is mistyped: the
 * later row is not taken (`field` is what its problem points at).
 */
export function oneNamePerId(rows: readonly RosterRow[], field: string): { rows: RosterRow[]; problems: RowProblem[] } {
  const names = new Map<string, string>();
  const problems: RowProblem[] = [];
  const kept = rows.filter((row) => {
    const name = foldName(row.name);
    const first = names.get(row.personId) ?? name;
    names.set(row.personId, first);
    if (first === name) return true;
    problems.push({ ...row.source, field, reason: "id-other-name" });
    return false;
  });
  return { rows: kept, problems };
}
