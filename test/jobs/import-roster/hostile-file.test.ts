import * as fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { importRoster } from "../../../functions/jobs/import-roster/import-roster.ts";
import { RosterSourceError, rowReasons } from "../../../functions/jobs/import-roster/problems.ts";
import type { RosterSource } from "../../../functions/jobs/import-roster/read-source.ts";
import { templateColumns } from "../../../functions/jobs/import-roster/template.ts";
import { RosterTwin } from "./roster-twin.ts";
import { bytes, now, oneRoster, schools, template } from "./sources.ts";

/** T25, T28: whatever a file holds, the answer is a report, or one error that says what is wrong with the file. */
async function survives(source: RosterSource, encoding: "utf-8" | "big5" = "utf-8"): Promise<void> {
  const asOf = { year: 115, semester: 1 } as const;
  try {
    const report = await importRoster(source, { schools, roster: new RosterTwin(), asOf, now, encoding });
    expect(report.added + report.changed + report.unchanged + report.left).toBe(report.accepted);
    expect(report.accepted).toBeLessThanOrEqual(report.rows);
    for (const { row, reason } of report.problems) {
      expect(row).toBeGreaterThan(1);
      expect(rowReasons).toHaveProperty([reason]);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(RosterSourceError);
  }
}

const runs = { numRuns: 300 };
const header = templateColumns.join(",");
const nasty = fc.oneof(
  fc.constantFrom("014601", "國小", "陳小華", "學生", "教師", "4", "2", "7", "A100000001", "A800000014", "", " ", "　"),
  fc.constantFrom(
    '"',
    '""',
    ",",
    "\n",
    "\r",
    "\0",
    "\t",
    "=1+1",
    "__proto__",
    "constructor",
    "\u202e",
    "\ud800",
    "\uFFFD",
    "\u2028",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const mangledRow = fc.array(nasty, { minLength: 6, maxLength: 10 }).map((cells) => cells.join(","));
const mangledText = fc.array(mangledRow, { maxLength: 12 }).map((rows) => rows.join("\n"));

/** Overwrites, inserts or cuts a few bytes of a good file. */
function damaged(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.record({ at: fc.nat(good.length), cut: fc.nat(20), put: fc.uint8Array({ maxLength: 12 }) });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let file = Buffer.from(good);
    for (const { at, cut, put } of changes) file = Buffer.concat([file.subarray(0, at), put, file.subarray(at + cut)]);
    return new Uint8Array(file);
  });
}

describe("T25: a hostile roster file", () => {
  test("of random bytes never throws", async () => {
    const encoding = fc.constantFrom("utf-8" as const, "big5" as const);
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), encoding, survives), runs);
  });

  test("of mangled rows never throws", async () => {
    await fc.assert(
      fc.asyncProperty(mangledText, (text) => survives(bytes(`${header}\n${text}`))),
      runs,
    );
  });

  test("with damage to a good template never throws", async () => {
    await fc.assert(
      fc.asyncProperty(damaged(template({}, {}).get("名冊.csv")!), (file) => survives(file)),
      runs,
    );
  });

  test("with damage to a good archive never throws", async () => {
    const archive = zipSync(Object.fromEntries(oneRoster()));
    await fc.assert(
      fc.asyncProperty(damaged(archive), (file) => survives(file)),
      runs,
    );
  });

  test("with mangled OneRoster tables never throws", async () => {
    const files = oneRoster();
    const name = fc.constantFrom("manifest.csv", "orgs.csv", "users.csv", "roles.csv");
    const property = fc.asyncProperty(name, mangledText, fc.boolean(), (table, text, keep) => {
      const good = new TextDecoder().decode(files.get(table));
      const first = good.slice(0, good.indexOf("\n"));
      return survives(new Map([...files, [table, bytes(keep ? `${good}\n${text}` : `${first}\n${text}`)]]));
    });
    await fc.assert(property, runs);
  });

  test("loses no good row to the bad ones around it", async () => {
    const good = "014601,國小,陳小華,學生,4,2,7,A100000001";
    // Lines of their own, however mangled: another ID keeps them from being the good row's repeat.
    const lines = fc.array(
      mangledRow.map((row) => row.replaceAll(/[\r\n]/g, "").replaceAll("A100000001", "B100000002")),
    );
    const property = fc.asyncProperty(lines, lines, async (before, after) => {
      const roster = new RosterTwin();
      const text = [header, ...before, good, ...after].join("\n");
      const asOf = { year: 115, semester: 1 } as const;
      await importRoster(bytes(text), { schools, roster, asOf, now });
      expect([...roster.kept.keys()]).toContain("A100000001|014601|國小|student");
    });
    await fc.assert(property, runs);
  });
});
