import { describe, expect, it } from "vitest";
import { type FunctionSpec, functions } from "../../functions/contract/functions.ts";

const rights = (Object.entries(functions) as [string, FunctionSpec][]).flatMap(([name, { tables }]) =>
  (["audit", "audit-chain"] as const).flatMap((table) =>
    (tables[table] ?? []).map((action) => [name, table, action] as const),
  ),
);

describe("what is written of security events stays (T27)", () => {
  it("is asked of functions that write audit records and chains", () => {
    expect(rights.filter(([, table, action]) => table === "audit" && action === "PutItem").length).toBeGreaterThan(5);
    expect(rights).toContainEqual(["jobs", "audit-chain", "PutItem"]);
  });

  it.each(rights)("%s may not change or delete in %s: it has %s", (_, __, action) => {
    expect(action).not.toMatch(/Update|Delete|BatchWrite/);
  });

  it("only the jobs read audit records, and only they write chains", () => {
    const others = rights.filter(([name]) => name !== "jobs");
    expect(others.filter(([, table]) => table === "audit-chain")).toEqual([]);
    expect(others.filter(([, , action]) => /Get|Query/.test(action))).toEqual([]);
  });
});
