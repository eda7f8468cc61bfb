import { plainText } from "../../../person/text.ts";
import { type CsvRow, cell } from "../csv-table.ts";
import type { OneRosterFile } from "./package.ts";

/**
 * What the `status` of a row says. A bulk file leaves it blank (some systems write it all the same); in a delta file it must be there.
 */
export function changeOf(file: OneRosterFile, row: CsvRow): "put" | "leave" | undefined {
  const status = plainText(cell(file.table, row, "status"));
  if (status === "tobedeleted") return "leave";
  return status === "active" || (status === "" && file.mode === "bulk") ? "put" : undefined;
}
