import { describe, expect, it } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import { dayInWords, idleStep } from "../../functions/jobs/rules/idle.ts";
import type { IdleWarned } from "../../functions/ports/idle-accounts.ts";

const day = 86_400_000;
const usedAt = Date.UTC(2026, 0, 1);
const step = (days: number, warned?: IdleWarned, milliseconds = 0) =>
  idleStep({ usedAt, ...(warned === undefined ? {} : { warned }) }, usedAt + days * day + milliseconds, policies.seed);
const endsAt = usedAt + 365 * day;
const first: IdleWarned = { since: usedAt, warnings: 1, endsAt };
const second: IdleWarned = { since: usedAt, warnings: 2, endsAt };

describe("停用 after a year without a sign-in: what is due when", () => {
  it("looks again on the day of the first mail, thirty days before the end", () => {
    expect(step(0)).toEqual({ step: "put-off", dueAt: usedAt + 335 * day });
    expect(step(335, undefined, -1)).toEqual({ step: "put-off", dueAt: usedAt + 335 * day });
    expect(step(335)).toEqual({ step: "warn", warned: first, dueAt: usedAt + 358 * day, days: 30 });
  });

  it("writes again seven days before, and disables on the day", () => {
    expect(step(358, first, -1)).toEqual({ step: "put-off", dueAt: usedAt + 358 * day });
    expect(step(358, first)).toEqual({ step: "warn", warned: second, dueAt: endsAt, days: 7 });
    expect(step(365, second, -1)).toEqual({ step: "put-off", dueAt: endsAt });
    expect(step(365, second)).toEqual({ step: "disable" });
  });

  it("a sign-in begins a new stretch with both mails, whatever went out before it", () => {
    const before = { ...second, since: usedAt - 365 * day, endsAt: usedAt };
    expect(step(10, before)).toEqual({ step: "put-off", dueAt: usedAt + 335 * day });
    expect(step(335, before)).toMatchObject({ step: "warn", warned: first });
  });

  it("a job that was late disables nobody sooner after a mail than the mail says", () => {
    const late = { since: usedAt, warnings: 1, endsAt: usedAt + 430 * day };
    expect(step(400)).toEqual({ step: "warn", warned: late, dueAt: usedAt + 423 * day, days: 30 });
    expect(step(429, late)).toMatchObject({ step: "warn", days: 7, dueAt: usedAt + 436 * day });
  });

  it("names the day as it is in Taiwan", () => {
    expect(dayInWords(Date.UTC(2026, 10, 20, 15, 59, 59))).toBe("2026年11月20日");
    expect(dayInWords(Date.UTC(2026, 10, 20, 16))).toBe("2026年11月21日");
  });
});
