import { describe, expect, test } from "vitest";
import { errors } from "../../../functions/contract/errors.ts";
import { routes } from "../../../functions/contract/routes.ts";
import type { FinishedCounty } from "../../../functions/contract/schemas/county.ts";
import type { ProblemCode } from "../../../web/api.ts";
import { isBelow } from "../../../web/own-address.ts";
import { countyAddress, nextAddress } from "../../../web/pages/sign-in/county/rules/next-address.ts";
import { troubleOf } from "../../../web/pages/sign-in/county/rules/trouble.ts";
import { safeReturnTo, signInFor } from "../../../web/return-to.ts";

const signedIn = (more: { tell: boolean; returnTo?: string }): FinishedCounty => ({
  outcome: "signed-in",
  account: "wang.xm@account.example.edu.tw",
  accountName: "wang.xm",
  csrfToken: "t",
  ...more,
});

describe("M31: after signing in at the county", () => {
  test("the account is told first where it was not told yet", () => {
    expect(nextAddress(signedIn({ tell: true, returnTo: "/my-account" }))).toBeUndefined();
  });

  test("else straight back to where the person came from, or to 查閱個人資料", () => {
    expect(nextAddress(signedIn({ tell: false, returnTo: "/contact-us?about=x" }))).toBe("/contact-us?about=x");
    expect(nextAddress(signedIn({ tell: false }))).toBe("/my-account");
  });

  test("never to another site (T23)", () => {
    for (const returnTo of ["//evil.example", "https://evil.example/", "/\\evil.example", "/api/sign-out"])
      expect(nextAddress(signedIn({ tell: false, returnTo }))).toBe("/my-account");
  });
});

describe("M12, M47, T35: what the county sign-in was for decides where it goes on", () => {
  test.each([
    [{ outcome: "apply", application: { step: "confirm" } }, "/apply/confirm"],
    [{ outcome: "choose", places: [] }, "/sign-in/county/choose"],
    [{ outcome: "prove-account", county: "KHH" }, "/sign-in/county/link"],
    [{ outcome: "reset", account: "a" }, "/reset-password/new"],
    [{ outcome: "two-factor" }, "/sign-in/two-factor"],
    [{ outcome: "two-factor", returnTo: "/consent/a" }, "/sign-in/two-factor?returnTo=%2Fconsent%2Fa"],
    [{ outcome: "two-factor", returnTo: "//evil.example" }, "/sign-in/two-factor"],
  ] as const satisfies readonly (readonly [FinishedCounty | { places: [] }, string])[])("%j", (finished, address) => {
    expect(nextAddress(finished as FinishedCounty)).toBe(address);
  });

  test.each([
    { outcome: "not-found", county: "KHH" },
    { outcome: "account", account: "a" },
    { outcome: "no-account", county: "KHH" },
  ] as const satisfies readonly FinishedCounty[])("%j is shown where one is", (finished) => {
    expect(nextAddress(finished)).toBeUndefined();
  });

  test("the personal data are asked for with the school chosen already", () => {
    const finished: FinishedCounty = {
      outcome: "fill-in",
      county: "KHH",
      schools: [{ code: "124302", level: "高中職", role: "student" }],
    };
    const address = new URL(nextAddress(finished, { name: "高雄市" }) ?? "", "https://here.example");
    expect(address.pathname).toBe("/apply/person");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      role: "student",
      county: "高雄市",
      level: "高中職",
      school: "124302",
    });
  });

  test("the page that links accounts may be come back to after 登入, other pages of signing in may not", () => {
    const address = new URL(signInFor("/sign-in/county/link"), "https://here.example");
    expect(safeReturnTo(address.searchParams.get("returnTo") ?? undefined)).toBe("/sign-in/county/link");
    for (const path of [
      "/sign-in/county",
      "/sign-in/county/callback",
      "/sign-in/county/link/x",
      "/sign-in/county/x/../",
    ])
      expect(safeReturnTo(path)).toBeUndefined();
  });

  test("the page of a county keeps where the person wanted to be", () => {
    expect(countyAddress()).toBe("/sign-in/county");
    expect(countyAddress("KHH", "/contact-us?a=b")).toBe("/sign-in/county?county=KHH&returnTo=%2Fcontact-us%3Fa%3Db");
  });
});

describe("M31: a county sign-in that did not work out", () => {
  test("every refusal of the last step has a page of its own; only what may be sent once more has none", () => {
    for (const code of routes["POST /api/county/finish"].errors) expect(troubleOf(code), code).toBeDefined();
    const again: ProblemCode[] = ["offline", "try-again-later", "internal", "too-many-tries"];
    for (const code of again) expect(troubleOf(code)).toBeUndefined();
  });

  test("no page is kept for a refusal that does not exist", () => {
    const told = (Object.keys(errors) as ProblemCode[]).filter((code) => troubleOf(code));
    expect(told.sort()).toEqual([...routes["POST /api/county/finish"].errors].sort());
  });
});

describe("M31: a page that is still here while the next one is fetched", () => {
  test("knows its own addresses from those of other pages", () => {
    for (const path of ["/apply", "/apply/person"]) expect(isBelow("/apply", path)).toBe(true);
    for (const path of ["/", "/contact-us", "/applications", "/sign-in/apply"])
      expect(isBelow("/apply", path)).toBe(false);
  });
});
