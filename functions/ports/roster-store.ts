import type { Enrolment } from "../contract/schemas/parts.ts";

/** One person in one role at one school, as it is kept. `personId` is plain in memory only; the store keeps its keyed hash. */
export interface StoredPlace {
  readonly personId: string;
  readonly name: string;
  readonly enrolment: Enrolment;
  readonly leave: boolean;
}

/** The roster at rest. Writing the same place again changes nothing and counts as unchanged, whatever the stamp. */
export interface RosterStore {
  write(
    places: readonly StoredPlace[],
    stamp: { readonly asOf: string; readonly importedAt: string },
  ): Promise<{ added: number; changed: number; unchanged: number; left: number }>;
}
