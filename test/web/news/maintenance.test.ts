import { describe, expect, it } from "vitest";
import { currentWork, untilNextChange } from "../../../web/components/maintenance-banner/current.ts";

const work = {
  announce: "2026-11-25T09:00:00+08:00",
  start: "2026-11-28T00:00:00+08:00",
  end: "2026-11-28T06:00:00+08:00",
};
const at = (text: string) => Date.parse(`${text}+08:00`);
const hour = 3_600_000;

describe("the maintenance banner (M90)", () => {
  it.each([
    ["2026-11-25T08:59:59.999", 0],
    ["2026-11-25T09:00:00", 1],
    ["2026-11-28T05:59:59.999", 1],
    ["2026-11-28T06:00:00", 0],
  ])("at %s there are %i", (now, count) => {
    expect(currentWork([work], at(now))).toHaveLength(count);
  });

  it("a day as announcement begins at midnight in Taipei", () => {
    const early = { ...work, announce: "2026-11-25" };
    expect(currentWork([early], at("2026-11-24T23:59:59"))).toHaveLength(0);
    expect(currentWork([early], at("2026-11-25T00:00:00"))).toHaveLength(1);
  });

  it("of two the nearer stands first", () => {
    const later = { ...work, start: "2026-11-29T00:00:00+08:00", end: "2026-11-29T06:00:00+08:00" };
    expect(currentWork([later, work], at("2026-11-26T00:00:00"))).toEqual([work, later]);
  });

  it("is looked at again when it is announced, begins and ends, and then never", () => {
    const wait = (now: string) => untilNextChange([work], at(now), at(now));
    expect(wait("2026-11-25T08:00:00")).toBe(hour);
    expect(wait("2026-11-27T22:00:00")).toBe(2 * hour);
    expect(wait("2026-11-28T00:00:00")).toBe(6 * hour);
    expect(wait("2026-11-28T06:00:00")).toBeUndefined();
    expect(untilNextChange([], 0, 0)).toBeUndefined();
  });

  it("is looked at again at once when the moment passed unseen, as while the device slept", () => {
    const said = at("2026-11-28T00:00:01");
    expect(untilNextChange([work], said, at("2026-11-28T05:00:00"))).toBe(hour);
    expect(untilNextChange([work], said, at("2026-11-28T09:00:00"))).toBe(0);
  });

  it("never waits longer than a browser can count: a longer wait would be none", () => {
    const now = at("2026-01-01T00:00:00");
    expect(untilNextChange([work], now, now)).toBe(2_147_483_647);
  });
});
