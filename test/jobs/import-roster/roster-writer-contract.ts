import { describe, expect, test } from "vitest";
import type { RosterRow } from "../../../functions/jobs/import-roster/roster-row.ts";
import type { RosterWriter } from "../../../functions/jobs/import-roster/roster-writer.ts";

const stamp = { asOf: { year: 115, semester: 1 as const }, importedAt: new Date("2026-11-21T00:00:00Z") };
const later = { ...stamp, importedAt: new Date("2026-11-22T00:00:00Z") };

export function rosterRow(change: Partial<RosterRow> = {}): RosterRow {
  return {
    personId: "A100000001",
    idKind: "national",
    name: "陳小華",
    role: "student",
    schoolCode: "383601",
    level: "國小",
    grade: 4,
    class: "2",
    seat: 7,
    change: "put",
    source: { file: "roster.csv", row: 2 },
    ...change,
  };
}

/** What the importer counts on, for the twin and for the adapter of the real table. `make` gives an empty roster. */
export function rosterWriterContract(name: string, make: () => Promise<RosterWriter> | RosterWriter): void {
  describe(`a roster kept in ${name}`, () => {
    test("adds a new row once, however often it is written (T25)", async () => {
      const roster = await make();
      expect(await roster.write([rosterRow()], stamp)).toEqual({ added: 1, changed: 0, unchanged: 0, left: 0 });
      expect(await roster.write([rosterRow()], later)).toEqual({ added: 0, changed: 0, unchanged: 1, left: 0 });
    });

    test("does not mind that a row moved to another line of the file", async () => {
      const roster = await make();
      await roster.write([rosterRow()], stamp);
      const moved = rosterRow({ source: { file: "other.csv", row: 9 } });
      expect(await roster.write([moved], stamp)).toEqual({ added: 0, changed: 0, unchanged: 1, left: 0 });
    });

    test.each<[string, Partial<RosterRow>]>([
      ["name", { name: "陳曉華" }],
      ["grade", { grade: 5 }],
      ["class", { class: "3" }],
      ["seat", { seat: 8 }],
    ])("tells a changed %s from an unchanged row", async (_, change) => {
      const roster = await make();
      await roster.write([rosterRow()], stamp);
      expect(await roster.write([rosterRow(change)], stamp)).toEqual({ added: 0, changed: 1, unchanged: 0, left: 0 });
    });

    test("keeps one person at two schools, at two levels of one code, and in two roles apart", async () => {
      const roster = await make();
      const rows = [
        rosterRow(),
        rosterRow({ schoolCode: "383602" }),
        rosterRow({ level: "國中" }),
        rosterRow({ role: "teacher" }),
      ];
      expect(await roster.write(rows, stamp)).toEqual({ added: 4, changed: 0, unchanged: 0, left: 0 });
      expect(await roster.write(rows, stamp)).toEqual({ added: 0, changed: 0, unchanged: 4, left: 0 });
    });

    test("counts who leaves once, and who was never there as unchanged", async () => {
      const roster = await make();
      await roster.write([rosterRow(), rosterRow({ role: "teacher" })], stamp);
      const leave = [rosterRow({ change: "leave" })];
      expect(await roster.write(leave, stamp)).toEqual({ added: 0, changed: 0, unchanged: 0, left: 1 });
      expect(await roster.write(leave, stamp)).toEqual({ added: 0, changed: 0, unchanged: 1, left: 0 });
      expect(await roster.write([rosterRow({ role: "teacher" })], stamp)).toMatchObject({ unchanged: 1 });
    });
  });
}
