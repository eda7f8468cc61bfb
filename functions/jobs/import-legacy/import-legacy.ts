import * as z from "zod/mini";
import {
  type LegacyImportCounts,
  type LegacyImportReport,
  type LegacyRowProblem,
  legacyImportRow,
  legacyRowsAtOnce,
} from "../../contract/legacy.ts";
import { filled } from "../../contract/schemas/parts.ts";
import type { Applications } from "../../ports/applications.ts";
import type { LegacyImport } from "../../ports/legacy-import.ts";
import { judgeRows } from "./rules/judge-rows.ts";

/** So many rows of a file at a time, whoever reads it. `dryRun`: they are looked at and nothing is written. */
export const importLegacyEvent = z.strictObject({
  job: z.literal("import-legacy-accounts"),
  platform: filled(20),
  operator: filled(60),
  rows: z.array(legacyImportRow).check(z.minLength(1), z.maxLength(legacyRowsAtOnce)),
  dryRun: z.optional(z.boolean()),
});

export interface LegacyImportParts {
  readonly applications: Pick<Applications, "list">;
  readonly legacyImport: LegacyImport;
}

/**
 * Imports accounts of a legacy platform: every good row is written, every other is in the report by line and field, and the same rows again
 * change nothing. Nothing of the rows stands in the report.
 */
export async function importLegacy(
  { platform, operator, rows, dryRun = false }: Omit<z.infer<typeof importLegacyEvent>, "job">,
  { applications, legacyImport }: LegacyImportParts,
): Promise<LegacyImportReport> {
  const platforms = (await applications.list()).flatMap(({ legacyPlatform }) => legacyPlatform ?? []);
  const own = platforms.filter(({ id }) => id === platform);
  if (own.length === 0)
    return { refused: "unknown-platform", platforms: [...new Set(platforms.map(({ id }) => id))].toSorted() };
  const { wrongWith } = legacyImport;
  const hashes = own.flatMap((each) => each.hashes);
  const { accounts, lines, problems } = judgeRows(rows, { platform, hashes, wrongWith });
  const outcomes = dryRun ? [] : await legacyImport.put(accounts, { platform, operator });
  const counts: Record<keyof LegacyImportCounts, number> = { added: 0, changed: 0, same: 0, kept: 0 };
  const spelled: LegacyRowProblem[] = [];
  for (const [index, outcome] of outcomes.entries())
    if (outcome !== "other-spelling") counts[outcome] += 1;
    else spelled.push({ line: lines[index] ?? 0, field: "account", reason: outcome, left: "row" });
  return { good: accounts.length - spelled.length, problems: [...problems, ...spelled], ...counts };
}
