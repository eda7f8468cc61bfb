import { describe, expect, it } from "vitest";
import { countyIds } from "../../../functions/contract/counties.ts";
import { callbackPageOf, redirectUriOf } from "../../../functions/county-callback/rules/addresses.ts";

describe("addresses of a round trip (T33)", () => {
  it("every county has a path of its own", () => {
    const paths = countyIds.map((county) => redirectUriOf("https://account.test", county));
    expect(new Set(paths).size).toBe(22);
    expect(paths[5]).toBe("https://account.test/api/county/KHH/callback");
  });

  it("an answer goes on in the fragment, which no server sees", () => {
    expect(callbackPageOf("KHH", "code=a%20b&state=c")).toBe("/sign-in/county/callback#county=KHH&code=a%20b&state=c");
  });

  it.each([
    ["unknown", "x=1"],
    ["khh", "x=1"],
    [undefined, ""],
    ["../KHH", ""],
  ])("%s is no county", (county, answer) => {
    expect(callbackPageOf(county, answer)).toBeUndefined();
  });

  it.each(["a=1\r\nset-cookie: x=y", "a=1 b", "名=1", "\u0000"])("%j never becomes a header (T24)", (answer) => {
    expect(callbackPageOf("KHH", answer)).toBeUndefined();
  });

  it("a second fragment stays a part of the first", () => {
    expect(callbackPageOf("KHH", "a=1#county=TPE")).toBe("/sign-in/county/callback#county=KHH&a=1%23county=TPE");
  });
});
