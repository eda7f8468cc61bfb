import { changesOnceADay } from "../../contract/reset-ways.ts";
import type { ResetWay } from "../../contract/schemas/reset-password.ts";

interface Standing {
  readonly way: ResetWay;
  readonly account: { readonly status: "ACTIVE" | "DISABLED"; readonly lockedUntil: number };
}

/** Why this grant may not change the password now, or undefined. `retryAfter` in seconds. A reset does not enable an account (M55). */
export function refusalOf(
  { way, account }: Standing,
  now: number,
): { code: "account-disabled" } | { code: "password-changed-recently"; retryAfter: number } | undefined {
  if (account.status !== "ACTIVE") return { code: "account-disabled" };
  if (!changesOnceADay(way) || account.lockedUntil <= now) return undefined;
  return { code: "password-changed-recently", retryAfter: Math.ceil((account.lockedUntil - now) / 1_000) };
}
