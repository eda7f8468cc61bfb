/** One press of 開始驗證. The service gives a repeat of it the stored answer, and counts any other as a new try (S5, T07). */
export interface Attempt {
  readonly id: string;
  readonly code: string;
  readonly answered: boolean;
}

/** The attempt to send: the one before, if it was for the same code and its answer never came; else a new one. */
export function attemptFor(code: string, before: Attempt | undefined, random = randomId): Attempt {
  return before && !before.answered && before.code === code ? before : { id: random(), code, answered: false };
}

function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
