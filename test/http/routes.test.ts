import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { routes } from "../../functions/contract/routes.ts";

const folder = new URL("../../functions/contract/routes/", import.meta.url);

describe("routes", () => {
  it("a row stands in one file, and every row of every file is served", async () => {
    const rows: string[] = [];
    for (const file of readdirSync(folder).filter((name) => name !== "route.ts")) {
      const declared = (await import(new URL(file, folder).href)) as Record<string, object>;
      rows.push(...Object.values(declared).flatMap((table) => Object.keys(table)));
    }
    expect(rows.sort()).toEqual(Object.keys(routes).sort());
  });
});
