import type { RecoveryAccount } from "../../ports/recovery.ts";

type Standing = Pick<RecoveryAccount, "status" | "lockedUntil">;

/** M48: only an account that is in use is reset; M51: not within 24 hours of such a change. `retryAfter` in seconds. */
export function judgeForReset({ status, lockedUntil }: Standing, now: number) {
  if (status !== "ACTIVE") return "not-found";
  if (lockedUntil <= now) return "open";
  const retryAfter = Math.ceil((lockedUntil - now) / 1_000);
  return { wait: { code: "password-changed-recently", retryAfter } } as const;
}
