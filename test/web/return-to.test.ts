import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isForApplication, safeReturnTo, signInFor, withReturnTo } from "../../web/return-to.ts";

describe("where a person goes after signing in (M30)", () => {
  test.each([
    "/",
    "/my-account",
    "/apply/school?county=TPE",
    "/contact-us?about=a%20b",
    "/consent/V1StGXR8_Z5jdHi6B-myT",
  ])("%s is a page of this site", (path) => {
    expect(safeReturnTo(path)).toBe(path);
  });

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
    "/oidc/v1/azp?client_id=x",
    "/consent/../oidc/v1/azp",
    "//evil.example/consent/x",
    "/x/../api/session",
    "/sign-in",
    "/sign-in?returnTo=/sign-in",
    "/sign-out",
    "/王小明",
  ])("%j is not followed", (path) => {
    expect(safeReturnTo(path)).toBeUndefined();
  });

  test.each([
    "/.//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    "/./\\evil.example",
    "/consent/..//evil.example",
  ])("%s is not followed (T23)", (path) => {
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

  test("every page of signing in hands it on, and why one was sent there", () => {
    const address = new URL(
      withReturnTo("/sign-in/two-factor", "/consent/a?b=c&d", "start-over"),
      "https://here.example",
    );
    expect(Object.fromEntries(address.searchParams)).toEqual({ returnTo: "/consent/a?b=c&d", why: "start-over" });
    expect(withReturnTo("/sign-in/county", undefined)).toBe("/sign-in/county");
  });

  test("only an application's request may ask somebody who is signed in once more", () => {
    expect(isForApplication("/consent/a")).toBe(true);
    for (const path of [undefined, "/", "/consent", "/my-account", "/x/consent/a"])
      expect(isForApplication(path)).toBe(false);
  });
});
