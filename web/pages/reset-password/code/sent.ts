import type { RecoveryPurpose } from "../recovery.ts";

/** Until when the code of this browser lives and may not be asked for again, as epoch milliseconds: a reload shows it. Nobody is named. */
export interface Sent {
  readonly expiresAt: number;
  readonly resendAt: number;
}

const keyOf = (purpose: RecoveryPurpose) => `${purpose}.sent`;

/** What was kept, if it is whole and the code still lives. */
export function readSent(kept: string | null, now: number): Sent | undefined {
  try {
    const { expiresAt, resendAt } = JSON.parse(kept ?? "") as Record<string, unknown>;
    if (typeof expiresAt !== "number" || typeof resendAt !== "number" || expiresAt <= now) return undefined;
    return { expiresAt, resendAt };
  } catch {
    return undefined;
  }
}

/** For a browser that forbids storage: it lasts until a reload. */
const inMemory: Partial<Record<RecoveryPurpose, Sent>> = {};

export function recallSent(purpose: RecoveryPurpose, now = Date.now()): Sent | undefined {
  try {
    return readSent(sessionStorage.getItem(keyOf(purpose)), now) ?? readSent(JSON.stringify(inMemory[purpose]), now);
  } catch {
    return readSent(JSON.stringify(inMemory[purpose]), now);
  }
}

export function rememberSent(purpose: RecoveryPurpose, sent: Sent): void {
  inMemory[purpose] = sent;
  try {
    sessionStorage.setItem(keyOf(purpose), JSON.stringify(sent));
  } catch {
    // Kept in memory; after a reload the code is asked for again.
  }
}

export function forgetSent(purpose: RecoveryPurpose): void {
  delete inMemory[purpose];
  try {
    sessionStorage.removeItem(keyOf(purpose));
  } catch {
    // There was nothing stored.
  }
}
