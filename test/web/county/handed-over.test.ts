import { describe, expect, test } from "vitest";
import { readHandedOver } from "../../../web/pages/sign-in/county/rules/handed-over.ts";

describe("T34: what a county's answer looks like when it reaches the page", () => {
  test("the county and its query, which is passed on as it came", () => {
    expect(readHandedOver("#county=KHH&code=a%2Bb&state=x%20y&code=2")).toEqual({
      county: "KHH",
      answer: "code=a%2Bb&state=x%20y&code=2",
    });
  });

  test("a county that sends nothing along still comes back", () => {
    expect(readHandedOver("#county=TNN")).toEqual({ county: "TNN", answer: "" });
    expect(readHandedOver("#county=TNN&")).toEqual({ county: "TNN", answer: "" });
  });

  test.each([
    "",
    "#",
    "#county=",
    "#county=ZZZ&code=1",
    "#county=khh&code=1",
    "#county=KHHX&code=1",
    "#code=1&county=KHH",
    "#x&county=KHH",
    "county=KHH&code=1",
    "#county=KHH?code=1",
    "#county=constructor&code=1",
  ])("%j is nothing: the back button, or an address somebody made up", (fragment) => {
    expect(readHandedOver(fragment)).toBeUndefined();
  });

  test("what is longer than the service takes is not sent", () => {
    expect(readHandedOver(`#county=KHH&${"a".repeat(12_000)}`)?.answer).toHaveLength(12_000);
    expect(readHandedOver(`#county=KHH&${"a".repeat(12_001)}`)).toBeUndefined();
  });
});
