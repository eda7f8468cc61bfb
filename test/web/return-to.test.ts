import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeReturnTo, signInFor } from "../../web/return-to.ts";

describe("where a person goes after signing in (M30)", () => {
  test.each(["/", "/my-account", "/apply/school?county=TPE", "/contact-us?about=a%20b"])(
    "%s is a page of this site",
    (path) => {
      expect(safeReturnTo(path)).toBe(path);
    },
  );

  test.each([
    undefined,
    "",
    "my-account",
    "https://evil.example/",
    "https:evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/ /evil.example",
    "javascript:alert(1)",
    "/api/sign-out",
    "/oidc/authorize",
    "/x/../api/session",
    "/sign-in",
    "/sign-in?returnTo=/sign-in",
    "/sign-out",
    "/王小明",
  ])("%j is not followed", (path) => {
    expect(safeReturnTo(path)).toBeUndefined();
  });

  test("no text at all leads to another site", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."/\\.:@?#%\t\n ahtps0") }), (text) => {
        const path = safeReturnTo(text);
        expect(path === undefined || new URL(path, "https://here.example").origin === "https://here.example").toBe(
          true,
        );
      }),
    );
  });

  test("the way to 登入 brings the page with it, and it is followed back", () => {
    const address = new URL(signInFor("/my-account"), "https://here.example");
    expect(safeReturnTo(address.searchParams.get("returnTo") ?? undefined)).toBe("/my-account");
  });
});
