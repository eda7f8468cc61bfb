import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Licences that a work under Apache-2.0 may depend on; MPL-2.0 files stay under their own licence and are not changed. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
  "Zlib",
]);

interface Locked {
  readonly license?: string;
  readonly optional?: boolean;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
const installed = Object.entries(lock.packages).filter(([path]) => path !== "" && existsSync(`${path}/package.json`));

function licenceOf(path: string, locked: Locked): string {
  const { license, licenses } = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
  const written = locked.license ?? license ?? licenses?.[0]?.type ?? "none";
  const name: string = typeof written === "string" ? written : written.type;
  // Old packages write it without the hyphen.
  return name.replace("MPL 2.0", "MPL-2.0");
}

describe("every dependency's licence allows it", () => {
  it("is one of those known to go with Apache-2.0, or a choice that has one", () => {
    const wrong = installed.flatMap(([path, locked]) => {
      const licence = licenceOf(path, locked);
      const choices = licence.replace(/[()]/g, "").split(/ OR /);
      const fits = choices.some((choice) => choice.split(/ AND /).every((part) => allowed.has(part.trim())));
      return fits ? [] : [`${path}: ${licence}`];
    });
    expect(installed.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});
