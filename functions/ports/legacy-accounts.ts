import type { Gender } from "../contract/schemas/public-registration.ts";
import type { Intent } from "./messages.ts";
import type { NewNotification } from "./notifications.ts";

/** Which account of which platform. `account`: folded once (`legacyAccountOf` in functions/person). */
export interface LegacyId {
  readonly platform: string;
  readonly account: string;
}

/** An imported account, opened. */
export interface LegacyAccount extends LegacyId {
  readonly state: "open" | "linked";
  /** Who joined it. */
  readonly linkedTo?: string;
  /** As the platform wrote it, for claims and events. */
  readonly shownAccount: string;
  readonly name?: string;
  readonly email?: string;
  readonly hint?: string;
  /** As of the read: a change is refused when it is another by now. */
  readonly seen: unknown;
}

/** What came of one try with a password. The wrong ones are counted before anything is compared (T01, T43). */
export type LegacyTry =
  | { readonly outcome: "wait"; readonly wait: number }
  | { readonly outcome: "wrong" }
  /** `by`: the platform's own password, or the one-use one (M85), which is for linking only. */
  | { readonly outcome: "right"; readonly by: "password" | "one-use"; readonly account: LegacyAccount };

/** What one person may do only so often a day, over all old accounts. */
export type LegacyCount = "try" | "find" | "one-use";

/** What a person told a platform that did not know them (M83). */
export interface LegacyProfile {
  readonly title?: string;
  readonly phone: string;
  readonly personId?: string;
  readonly email?: string;
  readonly gender?: Gender;
  readonly chineseName?: string;
  readonly englishName?: string;
}

/** How a person came to a platform: with an old account, or without. `consents`, key `legacy#<platform>`. */
export type LegacyLink =
  | { readonly state: "linked"; readonly platform: string; readonly legacyAccount: string; readonly at: string }
  | { readonly state: "registered"; readonly platform: string; readonly profile: LegacyProfile; readonly at: string };

export interface LegacyAccounts {
  /**
   * One password tried against one old account, or against nobody's: the same work (T04). At most `freeTries` wrong ones, then the wait
   * of the ladder (T01). `oneUse`: the mailed password counts too. A right one gives the counter back; nothing else is changed.
   */
  try(id: LegacyId, password: string, oneUse: boolean): Promise<LegacyTry>;
  /**
   * One more try, look or mail by one person, over all old accounts: false when their window is full, and nothing is to be done. Counted
   * before anything else is.
   */
  count(userId: string, what: LegacyCount): Promise<boolean>;
  /** By account and the address the platform had, compared folded and in constant time; undefined for everybody else, and once joined. */
  findByEmail(id: LegacyId, email: string): Promise<LegacyAccount | undefined>;
  /**
   * M85: another one-use password, a day long; the one before is worth nothing. With audit record and message, which is the job's to send,
   * one transaction. Nobody's (undefined): the same work (T04). False when the account is joined by now.
   */
  issueOneUse(
    account: LegacyAccount | undefined,
    issued: { readonly userId: string; readonly password: string; readonly message: Intent | undefined },
  ): Promise<boolean>;
  /**
   * T43: LEGACY row open → linked, the person's link (not there yet), the account in use under this epoch, audit record, notice and
   * notification, one transaction. `linked-before`: by the same person already, and nothing was written.
   */
  link(
    account: LegacyAccount,
    by: { readonly userId: string; readonly epoch: number },
    notices: readonly Intent[],
    notifications: readonly NewNotification[],
  ): Promise<"linked" | "linked-before" | "linked-elsewhere" | "has-link" | "ended">;
  /** M83: the person's link without an old account, in one transaction with an audit record. The same again is `registered`. */
  register(
    platform: string,
    by: { readonly userId: string; readonly epoch: number },
    profile: LegacyProfile,
  ): Promise<"registered" | "has-link" | "ended">;
  /**
   * The help desk's only: linked → open, the person's link gone, audit record with operator and reason, notification; undefined when it is
   * not linked. `passwordLeaked`: from then on the platform's password joins nothing and opens no old sign-in, only a mailed one joins.
   */
  unlink(
    id: LegacyId,
    by: { readonly operator: string; readonly reason: string; readonly passwordLeaked?: boolean },
    notifications: (userId: string, shownAccount: string) => readonly NewNotification[],
  ): Promise<string | undefined>;
  /**
   * The help desk's only: who came without an old account (M83) has not come, with an audit record. `accountName`: of the education account,
   * as `accountNameOf` gives it. Whose it was; undefined when nobody's, or who came otherwise or not at all.
   */
  unregister(
    of: { readonly platform: string; readonly accountName: string },
    by: { readonly operator: string; readonly reason: string },
  ): Promise<string | undefined>;
  /**
   * A closed account is erased: all of the old accounts it joined goes with it but that there was one, so that no import brings them back.
   * The links to them too, each with what its platform is told, one transaction. Twice is no error, and tells nobody twice.
   */
  eraseOf(
    userId: string,
    notifications: (platform: string) => Promise<(userId: string, shownAccount: string) => readonly NewNotification[]>,
  ): Promise<void>;
}

/** How a person came to platforms. */
export interface LegacyLinks {
  find(userId: string, platform: string): Promise<LegacyLink | undefined>;
  list(userId: string): Promise<readonly LegacyLink[]>;
}
