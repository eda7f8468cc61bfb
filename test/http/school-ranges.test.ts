import { describe, expect, it } from "vitest";
import { clientOf, schoolRanges } from "../../functions/http/client.ts";

const fromSchool = (ranges: string, address: string) =>
  clientOf({ "cloudfront-viewer-address": `${address}:443` }, schoolRanges(ranges)).fromSchool;

describe("the wider limits of a school are for its own addresses (T05, T12)", () => {
  it("takes ranges of both families, with spaces between", () => {
    const ranges = "192.0.2.0/24, 2001:db8:1::/48";
    expect(["192.0.2.9", "2001:db8:1::9"].map((address) => fromSchool(ranges, address))).toEqual([true, true]);
    expect(["198.51.100.9", "2001:db8:2::9"].map((address) => fromSchool(ranges, address))).toEqual([false, false]);
  });

  it.each(["203.0.113.7", "203.0.113.0/", "203.0.113.0/0", "::/0", "203.0.113.0/x", "203.0.113.0/24/8", "school/24"])(
    "refuses to start with %s, which would make a school of every address or is no range",
    (ranges) => {
      expect(() => schoolRanges(ranges)).toThrow();
    },
  );
});
