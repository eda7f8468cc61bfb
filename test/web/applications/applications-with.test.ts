import { describe, expect, test } from "vitest";
import { applicationsWith } from "../../../web/pages/applications/applications-with.ts";
import { named } from "../answers.ts";
import { launcher } from "./launcher.ts";

const names = (search: string) => applicationsWith(search, launcher(5)).map(({ clientId }) => clientId);

describe("finding an application (M32)", () => {
  test("nothing typed finds all", () => {
    expect(names("").length).toBe(5);
    expect(names("   ").length).toBe(5);
  });

  test("by name in either language, whatever the page is read in, by owner and by purpose", () => {
    expect(names("平台 3")).toEqual(["app-3"]);
    expect(names("LEARNING SITE 3")).toEqual(["app-3"]);
    expect(names("範例教育局").length).toBe(5);
    expect(names("homework 1")).toEqual(["app-1"]);
  });

  test("letters of full width are the same", () => {
    expect(names("Ｌｅａｒｎｉｎｇ　３")).toEqual(["app-3"]);
  });

  test("every word has to be there", () => {
    expect(names("平台 nowhere")).toEqual([]);
    const [entry] = launcher(1);
    expect(
      applicationsWith("平台", [{ ...entry!, name: named("別的", "Other"), description: named("別的", "Other") }]),
    ).toEqual([]);
  });
});
