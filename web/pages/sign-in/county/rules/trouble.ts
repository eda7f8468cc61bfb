import type { ProblemCode } from "../../../../api.ts";

/** How a county sign-in may end that only a fresh one, or another way, can mend. */
export type Trouble = "cancelled" | "down" | "refused" | "roundTrip" | "disabled" | "off";

const troubles: Partial<Record<ProblemCode, Trouble>> = {
  "county-cancelled": "cancelled",
  "county-down": "down",
  "county-refused": "refused",
  "county-round-trip": "roundTrip",
  "county-off": "off",
  "account-disabled": "disabled",
};

/** Undefined for a dead line or a busy service: then the very same answer may be sent once more. */
export function troubleOf(code: ProblemCode): Trouble | undefined {
  return troubles[code];
}
