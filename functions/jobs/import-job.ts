import * as z from "zod/mini";
import { schoolLevels } from "../contract/catalogue.ts";
import type { Clock } from "../ports/clock.ts";
import type { LeftPlace } from "../ports/ended-roles.ts";
import type { RosterStore, StoredPlace } from "../ports/roster-store.ts";
import type { EndedCounts } from "./end-roles.ts";
import { type ImportReport, importRoster } from "./import-roster/import-roster.ts";
import type { RosterRow } from "./import-roster/roster-row.ts";
import type { RosterWriter } from "./import-roster/roster-writer.ts";
import { schoolLookup } from "./import-roster/rules/school.ts";

/** The event of the import: files in base64 by name, and the directory of schools of the day they are checked against. */
export const importEvent = z.object({
  job: z.literal("import-roster"),
  files: z.record(z.string(), z.string()),
  encoding: z.optional(z.enum(["utf-8", "big5"])),
  asOf: z.object({ year: z.number(), semester: z.union([z.literal(1), z.literal(2)]) }),
  schools: z.array(
    z.object({
      code: z.string(),
      level: z.enum(schoolLevels),
      name: z.string(),
      county: z.string(),
      district: z.string(),
    }),
  ),
});
export type ImportEvent = z.infer<typeof importEvent>;
type School = ImportEvent["schools"][number];

interface Parts {
  readonly store: RosterStore;
  readonly clock: Clock;
  /** M4: what comes after the rows. */
  readonly endRoles: (places: readonly LeftPlace[]) => Promise<EndedCounts>;
}

/**
 * Imports one roster, then ends the roles it took away. Gives the row report, without any name or ID (T25). An import that stopped
 * ends no role: somebody's new place may be in the rows that are missing, and the next import ends them.
 */
export async function importJob(event: ImportEvent, parts: Parts): Promise<ImportReport & { roles?: EndedCounts }> {
  const files = new Map(
    Object.entries(event.files).map(([name, text]) => [name, new Uint8Array(Buffer.from(text, "base64"))]),
  );
  const [only] = files.values();
  const source = files.size === 1 && only !== undefined ? only : files;
  const left: LeftPlace[] = [];
  const report = await importRoster(source, {
    schools: schoolLookup(event.schools),
    roster: writerOf(parts.store, event.schools, left),
    asOf: event.asOf,
    now: new Date(parts.clock.now()),
    ...(event.encoding === undefined ? {} : { encoding: event.encoding }),
  });
  return report.stoppedAt === undefined ? { ...report, roles: await parts.endRoles(left) } : report;
}

/** Whoever leaves is noted in `left`, also one who was taken out before: an earlier run may not have come to the account. */
function writerOf(store: RosterStore, schools: readonly School[], left: LeftPlace[]): RosterWriter {
  const byKey = new Map(schools.map((school) => [`${school.code}#${school.level}`, school]));
  return {
    write(rows, { asOf, importedAt }) {
      const places = rows.map((row) => placeOf(row, byKey.get(`${row.schoolCode}#${row.level}`)));
      for (const { personId, leave, enrolment } of places)
        if (leave) left.push({ personId, role: enrolment.role, school: enrolment.school });
      return store.write(places, { asOf: `${asOf.year}-${asOf.semester}`, importedAt: importedAt.toISOString() });
    },
  };
}

function placeOf(row: RosterRow, school: School | undefined): StoredPlace {
  if (school === undefined) throw new Error("an accepted row names a school that the directory does not have");
  const { code, level, name, county, district } = school;
  return {
    personId: row.personId,
    name: row.name,
    leave: row.change === "leave",
    enrolment: {
      role: row.role,
      county,
      district,
      school: { code, level, name },
      ...(row.grade === undefined ? {} : { grade: String(row.grade) }),
      ...(row.class === undefined ? {} : { class: row.class }),
      ...(row.seat === undefined ? {} : { seat: String(row.seat) }),
    },
  };
}
