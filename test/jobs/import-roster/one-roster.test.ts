import { describe, expect, test } from "vitest";
import { readRoster } from "../../../functions/jobs/import-roster/import-roster.ts";
import { now, oneRoster, type PackageParts, role, school, schools, user } from "./sources.ts";

const read = (parts: PackageParts = {}) => readRoster(oneRoster(parts), { schools, now });
const problemsOf = (parts: PackageParts) =>
  read(parts).problems.map(({ file, row, field, reason }) => [file, row, field, reason]);

describe("a OneRoster 1.2 package", () => {
  test("gives a row for each role of a person", () => {
    expect(read()).toEqual({
      read: 1,
      problems: [],
      rows: [
        {
          personId: "A100000001",
          idKind: "national",
          name: "陳小華",
          role: "student",
          schoolCode: "014601",
          level: "國小",
          grade: 4,
          change: "put",
          source: { file: "roles.csv", row: 2 },
        },
      ],
    });
  });

  test.each([
    ["student", "student"],
    ["teacher", "teacher"],
    ["principal", "staff"],
    ["siteAdministrator", "staff"],
    ["counselor", "staff"],
  ])("takes the role %s as %s (M2)", (written, expected) => {
    expect(read({ roles: [{ ...role, role: written }] }).rows[0]?.role).toBe(expected);
  });

  test.each([
    ["陳", "小華", "", "", "陳小華"],
    ["吳", "𠮷安", "", "", "吳𠮷安"],
    ["NGUYEN", "THI HOA", "", "", "NGUYEN THI HOA"],
    ["SANTOS", "MARIA", "LUZ", "", "SANTOS MARIA LUZ"],
    ["陳", "Anna", "", "", "陳 Anna"],
    ["", "巴奈．達瑪畢瑪", "", "", "巴奈．達瑪畢瑪"],
    ["達瑪畢瑪", "巴奈", "", "巴奈．達瑪畢瑪", "巴奈．達瑪畢瑪"],
  ])("makes one name of %j, %j, %j and full name %j: %s", (familyName, givenName, middleName, fullName, expected) => {
    const person = { ...user, familyName, givenName, middleName, "metadata.fullName": fullName };
    expect(read({ users: [person] }).rows[0]?.name).toBe(expected);
  });

  test.each([
    "{NID:A100000001}",
    "{nid: a100000001}",
    '"{studentNo:1},{NID:A100000001}"',
    "{NID:A100000001}{NID:A100000001}",
  ])("finds the ID number in userIds %s", (userIds) => {
    expect(read({ users: [{ ...user, userIds }] }).rows[0]?.personId).toBe("A100000001");
  });

  test("knows two levels of one code apart by the sourcedId", () => {
    const org = { ...school, sourcedId: "school-011301-國中", identifier: "011301" };
    const roles = [{ ...role, orgSourcedId: org.sourcedId }];
    const users = [{ ...user, grades: "8" }];
    expect(read({ orgs: [org], roles, users }).rows[0]).toMatchObject({
      schoolCode: "011301",
      level: "國中",
      grade: 8,
    });
    const vague = { ...org, sourcedId: "x" };
    expect(problemsOf({ orgs: [vague], roles: [{ ...role, orgSourcedId: "x" }] })).toEqual([
      ["orgs.csv", 2, "sourcedId", "unknown-level"],
    ]);
  });

  test("takes any sourcedId when the code has one level only", () => {
    const roles = [{ ...role, orgSourcedId: "x" }];
    expect(read({ orgs: [{ ...school, sourcedId: "x" }], roles }).rows[0]?.level).toBe("國小");
  });

  test("takes 班級 from the homeroom a student is enrolled in", () => {
    const classes = [
      { sourcedId: "c1", title: "四年三班", classType: "homeroom", schoolSourcedId: "school-014601-國小" },
      { sourcedId: "c2", title: "數學", classType: "scheduled", schoolSourcedId: "school-014601-國小" },
    ];
    const enrolment = { schoolSourcedId: "school-014601-國小", userSourcedId: "u1", role: "student" };
    const enrollments = [
      { sourcedId: "e2", classSourcedId: "c2", ...enrolment },
      { sourcedId: "e1", classSourcedId: "c1", ...enrolment },
    ];
    expect(read({ classes, enrollments }).rows[0]?.class).toBe("3");
  });

  test("takes 班級 and 座號 from our own columns", () => {
    const users = [{ ...user, "metadata.class": "忠", "metadata.seat": "07" }];
    expect(read({ users }).rows[0]).toMatchObject({ class: "忠", seat: 7 });
  });

  test("takes a person at two schools, and one who is principal and administrator once", () => {
    const second = { sourcedId: "school-011301-國小", name: "x", type: "school", identifier: "011301" };
    const roles = [
      { ...role, sourcedId: "r1", role: "principal" },
      { ...role, sourcedId: "r2", role: "siteAdministrator" },
      { ...role, sourcedId: "r3", role: "teacher", orgSourcedId: second.sourcedId },
    ];
    const { rows, problems } = read({ orgs: [school, second], roles });
    expect(rows.map((row) => [row.schoolCode, row.role])).toEqual([
      ["014601", "staff"],
      ["011301", "teacher"],
    ]);
    expect(problems).toEqual([]);
  });
});

describe("M4: a OneRoster row says that a person leaves when", () => {
  test.each<[string, PackageParts]>([
    ["the account is not enabled", { users: [{ ...user, enabledUser: "false" }] }],
    ["the user is to be deleted", { users: [{ ...user, status: "tobedeleted" }] }],
    ["the role is to be deleted", { roles: [{ ...role, status: "tobedeleted" }] }],
    ["the role has ended", { roles: [{ ...role, endDate: "2026-11-20" }] }],
    ["a delta says so", { manifest: { "file.roles": "delta" }, roles: [{ ...role, status: "tobedeleted" }] }],
  ])("%s", (_, parts) => {
    expect(read(parts)).toMatchObject({ rows: [{ personId: "A100000001", change: "leave" }], problems: [] });
  });

  test("and stays when another role of the kind at the school holds, in either order", () => {
    const ended = { ...role, sourcedId: "r0", endDate: "2026-01-31" };
    for (const roles of [
      [ended, role],
      [role, ended],
    ]) {
      expect(read({ roles }).rows.map((row) => row.change)).toEqual(["put"]);
    }
  });
});

describe("a OneRoster delta", () => {
  test("finds a school it does not repeat by the sourcedId", () => {
    const delta = { "file.users": "delta", "file.roles": "delta", "file.orgs": "absent" };
    const active = { status: "active", dateLastModified: "2026-11-20T00:00:00Z" };
    const users = [{ ...user, ...active }];
    expect(read({ manifest: delta, users, roles: [{ ...role, ...active }] }).rows).toHaveLength(1);
  });

  test("must say the status of each row", () => {
    expect(problemsOf({ manifest: { "file.users": "delta" } })).toEqual([
      ["users.csv", 2, "status", "status-unreadable"],
    ]);
  });
});

describe("a bad OneRoster row is told once, by file, row and field", () => {
  test.each<[PackageParts, [string, number, string, string]]>([
    [{ users: [{ ...user, userIds: "{NID:A100000002}" }] }, ["users.csv", 2, "userIds", "id-checksum"]],
    [{ users: [{ ...user, userIds: "" }] }, ["users.csv", 2, "userIds", "id-empty"]],
    [{ users: [{ ...user, userIds: "{NID:A100000001}{NID:B100000002}" }] }, ["users.csv", 2, "userIds", "id-several"]],
    [{ users: [{ ...user, familyName: "", givenName: "" }] }, ["users.csv", 2, "familyName", "name-empty"]],
    [{ users: [{ ...user, enabledUser: "yes" }] }, ["users.csv", 2, "enabledUser", "enabled-unreadable"]],
    [{ users: [{ ...user, status: "gone" }] }, ["users.csv", 2, "status", "status-unreadable"]],
    [{ users: [{ ...user, grades: "07" }] }, ["users.csv", 2, "grades", "grade-range"]],
    [{ users: [user, { ...user }] }, ["users.csv", 3, "sourcedId", "duplicate-row"]],
    [{ users: [user, { ...user, sourcedId: "" }] }, ["users.csv", 3, "sourcedId", "missing-field"]],
    [{ users: [user, { ...user, sourcedId: "u2" }] }, ["users.csv", 3, "sourcedId", "user-without-role"]],
    [{ orgs: [{ ...school, identifier: "999999" }] }, ["orgs.csv", 2, "identifier", "unknown-school"]],
    [{ orgs: [{ ...school, identifier: "" }] }, ["orgs.csv", 2, "identifier", "missing-field"]],
    [{ orgs: [{ ...school, type: "district" }] }, ["roles.csv", 2, "orgSourcedId", "not-a-school"]],
    [{ roles: [{ ...role, orgSourcedId: "x" }] }, ["roles.csv", 2, "orgSourcedId", "unknown-org"]],
    [{ roles: [role, { ...role, userSourcedId: "u9" }] }, ["roles.csv", 3, "userSourcedId", "unknown-user"]],
    [{ roles: [role, { ...role, userSourcedId: "" }] }, ["roles.csv", 3, "userSourcedId", "missing-field"]],
    [{ roles: [{ ...role, role: "parent" }] }, ["roles.csv", 2, "role", "role-not-kept"]],
    [{ roles: [{ ...role, role: "__proto__" }] }, ["roles.csv", 2, "role", "unknown-role"]],
    [{ roles: [role, { ...role, sourcedId: "r2" }] }, ["roles.csv", 3, "role", "duplicate-row"]],
    [{ roles: [{ ...role, beginDate: "2027-02-01" }] }, ["roles.csv", 2, "beginDate", "role-not-begun"]],
    [{ roles: [{ ...role, endDate: "31/07/2027" }] }, ["roles.csv", 2, "beginDate", "date-unreadable"]],
  ])("%j", (parts, problem) => {
    expect(problemsOf(parts)).toEqual([problem]);
  });

  test("and the wrong grade of a pupil with two schools is one problem, too", () => {
    const second = { ...school, sourcedId: "school-011301-國小", identifier: "011301" };
    const users = [{ ...user, grades: "KG" }];
    expect(
      problemsOf({ users, orgs: [school, second], roles: [role, { ...role, orgSourcedId: second.sourcedId }] }),
    ).toEqual([["users.csv", 2, "grades", "grade-unreadable"]]);
  });

  test("and two users with one ID and different names lose the second", () => {
    const users = [user, { ...user, sourcedId: "u2", givenName: "大華" }];
    const roles = [role, { ...role, userSourcedId: "u2", role: "teacher" }];
    expect(problemsOf({ users, roles })).toEqual([["roles.csv", 3, "userSourcedId", "id-other-name"]]);
  });
});

describe("a OneRoster package is refused as a whole when", () => {
  const reasonOf = (parts: PackageParts, drop?: string) => {
    const files = oneRoster(parts);
    if (drop) files.delete(drop);
    try {
      return readRoster(files, { schools, now });
    } catch (error) {
      const { reason, file, column } = error as Record<string, unknown>;
      return [reason, file, column];
    }
  };

  test.each<[string, PackageParts, string | undefined, unknown[]]>([
    [
      "it is of another version",
      { manifest: { "oneroster.version": "1.1" } },
      undefined,
      ["version-not-supported", "manifest.csv", undefined],
    ],
    [
      "the manifest calls a file something else",
      { manifest: { "file.users": "full" } },
      undefined,
      ["broken-manifest", "manifest.csv", "file.users"],
    ],
    [
      "the manifest has no roles",
      { manifest: { "file.roles": "absent" } },
      undefined,
      ["missing-file", "roles.csv", undefined],
    ],
    ["a promised file is not there", {}, "users.csv", ["missing-file", "users.csv", undefined]],
    [
      "a column is not there",
      { roles: [{ userSourcedId: "u1", role: "student" }] },
      undefined,
      ["missing-column", "roles.csv", "orgSourcedId"],
    ],
  ])("%s", (_, parts, drop, expected) => {
    expect(reasonOf(parts, drop)).toEqual(expected);
  });
});
