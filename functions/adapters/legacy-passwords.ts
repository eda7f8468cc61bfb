import type { LegacyTry } from "../ports/legacy-accounts.ts";
import { typedDefaultPassword } from "./default-password-text.ts";
import type { legacyDigest } from "./legacy-hash.ts";
import { keptHashIn, type LegacyRow, oneUseIn } from "./legacy-row.ts";
import { digestAmong, type LegacyWork } from "./legacy-work.ts";
import type { Parts } from "./parts.ts";
import { hasHash, nobodysHash } from "./slow-hash.ts";

type By = Extract<LegacyTry, { outcome: "right" }>["by"];

interface Tried {
  readonly password: string;
  /** It may be the one-use password (M85). */
  readonly isMailed: boolean;
  /** What rows of the platform cost. */
  readonly works: readonly LegacyWork[];
  readonly digestOf: typeof legacyDigest;
}

/**
 * What a typed password proves about an account, or about nobody's (`row` undefined): the same hashes, old and slow ones (T04). The
 * platform's hash is made of the bytes as typed, and of their composed form where that is another one: browsers of that time sent either.
 */
export async function provedBy(parts: Parts, row: LegacyRow | undefined, tried: Tried): Promise<By | undefined> {
  const { clock, policy } = parts;
  const { password, isMailed } = tried;
  const mailed = isMailed && (await isOneUse(parts, row, password, clock.now()));
  const typed = [...new Set([password, password.normalize("NFC")])];
  // All of them, whichever is right: the time says nothing.
  const own = await Promise.all(typed.map((each) => isOwn(parts, row, { ...tried, password: each })));
  // Leaked, or counted to the end: only the mailed one is good any more.
  const isShut = row?.passwordLeaked === true || Number(row?.wrong ?? 0) > policy.legacy.triesUntilReset;
  if (own.includes(true) && !isShut) return "password";
  return mailed ? "one-use" : undefined;
}

async function isOwn(
  { keys, slowCost }: Parts,
  row: LegacyRow | undefined,
  { password, works, digestOf }: Tried,
): Promise<boolean> {
  const kept = row === undefined ? undefined : await keptHashIn(keys, row);
  const digest = await digestAmong(works, kept, password, digestOf);
  const same = await hasHash(kept?.slow ?? nobodysHash(slowCost), digest);
  return same && kept !== undefined;
}

async function isOneUse(
  { keys, slowCost }: Parts,
  row: LegacyRow | undefined,
  password: string,
  now: number,
): Promise<boolean> {
  const kept = row?.state === "open" ? await oneUseIn(keys, row) : undefined;
  const same = await hasHash(kept?.slow ?? nobodysHash(slowCost), typedDefaultPassword(password));
  return same && kept !== undefined && Number(row?.oneUseUntil) >= now;
}
