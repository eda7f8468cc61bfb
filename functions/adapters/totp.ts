import { ScureBase32Plugin, verifySync } from "otplib";
import type { Policy } from "../contract/policy.ts";

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits; a seed of 160 bits (RFC 4226 R6). */
export const seedBytes = 20;
export const seedText = (bytes: Uint8Array): string => new ScureBase32Plugin().encode(bytes, { padding: false });

/** Six digits of what was typed, or undefined; apps show them as "123 456". */
export function appCodeOf(typed: string): string | undefined {
  const digits = typed.normalize("NFKC").replace(/\s/g, "");
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}

/** The number of the time step whose code this is, at most `drift` steps away from now (epoch milliseconds); undefined when none. */
export function stepOf(
  seed: string,
  code: string,
  now: number,
  { step, drift }: Policy["secondFactor"],
): number | undefined {
  const judged = verifySync({
    secret: seed,
    token: code,
    epoch: Math.floor(now / 1_000),
    period: step,
    epochTolerance: step * drift,
  });
  return judged.valid && "timeStep" in judged ? judged.timeStep : undefined;
}
