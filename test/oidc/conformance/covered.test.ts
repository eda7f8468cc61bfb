import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { modules } from "./modules.ts";

const sources = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"));

describe("the conformance list", () => {
  test("has a test of each module's name, once, and no others", () => {
    const tested = sources.flatMap((source) =>
      [...source.matchAll(/^\s*test\(\s*"(oidcc-[\w-]+): /gm)].map(([, name]) => name),
    );
    expect(tested.toSorted()).toEqual(Object.values(modules).flat().toSorted());
  });

  test("is as long as the suite's plans, and 6 of the modules for registered applications", () => {
    expect(Object.values(modules).map((names) => names.length)).toEqual([38, 1, 11, 2, 6]);
    const names = Object.values(modules).flat();
    expect(new Set(names).size).toBe(names.length);
  });

  test("leaves none out when it runs", () => {
    const leftOut = sources.flatMap(
      (source) => source.match(/\b(?:test|describe)\.(?:skip|skipIf|only|todo|fails|runIf)\(/g) ?? [],
    );
    expect(leftOut).toEqual([]);
  });
});
