import { describe, expect, test } from "vitest";
import { importRoster } from "../../../functions/jobs/import-roster/import-roster.ts";
import { RosterTwin } from "./roster-twin.ts";
import { now, oneRoster, role, schools, template, user } from "./sources.ts";

const asOf = { year: 115, semester: 1 } as const;
const options = (roster: RosterTwin) => ({ schools, roster, asOf, now });
/** 250 pupils with opaque IDs: three batches. */
const many = template(
  ...Array.from({ length: 250 }, (_, index) => ({ 身分證字號: `P-${1000 + index}`, 姓名: "陳小華" })),
);

describe("importing a roster", () => {
  test("writes the good rows, reports the bad ones and says as of when", async () => {
    const roster = new RosterTwin();
    const report = await importRoster(template({}, { 身分證字號: "A100000002" }), options(roster));
    expect(report).toEqual({
      asOf,
      importedAt: now,
      rows: 2,
      accepted: 1,
      added: 1,
      changed: 0,
      unchanged: 0,
      left: 0,
      problems: [{ file: "名冊.csv", row: 3, field: "身分證字號", reason: "id-checksum" }],
    });
    expect(roster.kept.size).toBe(1);
  });

  test.each([
    ["template", many],
    ["OneRoster package", oneRoster()],
  ])("twice from the same %s changes nothing (T25)", async (_, source) => {
    const roster = new RosterTwin();
    const first = await importRoster(source, options(roster));
    const kept = [...roster.kept];
    const second = await importRoster(source, options(roster));
    expect(second).toEqual({ ...first, added: 0, unchanged: first.added });
    expect([...roster.kept]).toEqual(kept);
  });

  test("finds the same person in the other format", async () => {
    const roster = new RosterTwin();
    await importRoster(template({}), options(roster));
    const users = [{ ...user, "metadata.class": "2", "metadata.seat": "7" }];
    expect(await importRoster(oneRoster({ users }), options(roster))).toMatchObject({ added: 0, unchanged: 1 });
  });

  test("counts who changed class and who left", async () => {
    const roster = new RosterTwin();
    await importRoster(template({}), options(roster));
    expect(await importRoster(template({ 班級: "3" }), options(roster))).toMatchObject({ added: 0, changed: 1 });
    const roles = [{ ...role, status: "tobedeleted" }];
    expect(await importRoster(oneRoster({ roles }), options(roster))).toMatchObject({ changed: 0, left: 1 });
    expect(roster.kept.size).toBe(0);
  });

  test("hands over at most a hundred rows at once", async () => {
    const roster = new RosterTwin();
    await importRoster(many, options(roster));
    expect(roster.batches).toEqual([100, 100, 50]);
  });

  test("says where it stopped when the table is away, and goes on safely the next time", async () => {
    const roster = new RosterTwin();
    roster.failAtCall(2);
    const stopped = await importRoster(many, options(roster));
    expect(stopped).toMatchObject({
      added: 100,
      stoppedAt: { file: "名冊.csv", row: 102, cause: new Error("the table is away") },
    });
    roster.failAtCall(undefined);
    const again = await importRoster(many, options(roster));
    expect(again).toMatchObject({ added: 150, unchanged: 100 });
    expect(again).not.toHaveProperty("stoppedAt");
  });

  test("names no person in its report", async () => {
    const report = await importRoster(template({ 年級: "9" }, { 姓名: "王\0明" }), options(new RosterTwin()));
    expect(report.problems).toHaveLength(2);
    expect(JSON.stringify(report)).not.toMatch(/A100000001|陳小華|王/);
  });
});
