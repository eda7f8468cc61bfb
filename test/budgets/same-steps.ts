import { expect } from "vitest";

/**
 * Expects calls in this order. A step is one call, or several that are sent at once: these have no order of their own, since
 * each goes by its own connection. Anything too many, missing, or tried again fails.
 */
export function expectSteps(names: readonly string[], steps: readonly (string | readonly string[])[]): void {
  const left = [...names];
  const seen = steps.map((step) => (typeof step === "string" ? left.shift() : left.splice(0, step.length).toSorted()));
  expect([...seen, ...left]).toEqual(steps.map((step) => (typeof step === "string" ? step : [...step].toSorted())));
}

export const count = (names: readonly string[], service: string): number =>
  names.filter((name) => name.startsWith(`${service}.`)).length;
