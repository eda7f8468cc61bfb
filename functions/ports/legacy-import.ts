import type { LegacyHashFormat } from "../contract/legacy.ts";
import type { LegacyId } from "./legacy-accounts.ts";

/** One account to import, judged already. */
export interface LegacyImported extends LegacyId {
  readonly shownAccount: string;
  readonly format: LegacyHashFormat;
  readonly hash: string;
  readonly salt?: string;
  readonly email?: string;
  readonly name?: string;
  readonly hint?: string;
}

/**
 * `same`: nothing to change. `kept`: somebody joined it, or was erased since, so what the file says of it comes too late. `other-spelling`: it
 * stands there in other letters, maybe as another person's, so nothing is written.
 */
export type LegacyImportOutcome = "added" | "changed" | "same" | "kept" | "other-spelling";

/** Accounts of legacy platforms as an import writes them: each stored hash is wrapped by a slow one before it is written. */
export interface LegacyImport {
  /** What is wrong with a hash and its salt: not of that format, no salt of use, or more work than is done for anybody. */
  wrongWith(hash: Pick<LegacyImported, "format" | "hash" | "salt">): "hash" | "salt" | "cost" | undefined;
  /**
   * Outcomes in the order of `accounts`, which are of one platform and no two of one id. What is the same is neither hashed nor written.
   * Before the first write an audit record with the counts; of an import that changes nothing there is none.
   */
  put(
    accounts: readonly LegacyImported[],
    by: { readonly platform: string; readonly operator: string },
  ): Promise<readonly LegacyImportOutcome[]>;
}
