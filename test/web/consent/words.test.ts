import { describe, expect, test } from "vitest";
import { claimsByScope, scopes } from "../../../functions/contract/oidc.ts";
import { rolesOf } from "../../../web/words/applications.ts";
import { claimWords, scopeWords } from "../../../web/words/scopes.ts";

describe("what an application gets is told in words (M60)", () => {
  test("every claim of every scope has its own", () => {
    const claims = scopes.flatMap((scope) => [...claimsByScope[scope]]);
    expect(Object.keys(claimWords).sort()).toEqual([...new Set<string>(claims)].sort());
    expect(Object.keys(scopeWords).sort()).toEqual([...scopes].sort());
  });

  test("none is the name a program has for it", () => {
    for (const [claim, sentence] of Object.entries(claimWords)) {
      expect(sentence["zh-TW"]).toMatch(/\p{sc=Han}/u);
      expect(sentence.en).not.toMatch(/_|\bid\b/);
      expect(sentence.en.split(" ").length, claim).toBeGreaterThan(1);
    }
  });

  test("roles are listed as people do", () => {
    expect(rolesOf(["student", "teacher"])).toEqual({ "zh-TW": "學生、教師", en: "student, teacher" });
  });
});
