import type { NewCase } from "./cases.ts";
import type { Intent } from "./messages.ts";

/** What a 不是我 link says: whose account, and which link, so that it freezes once. */
export interface NotMe {
  readonly userId: string;
  readonly id: string;
}

/** The links in notices. What they hold is sealed and stands behind `#`, so that no server and no log ever has it. */
export interface NotMeLinks {
  /** `<site>/not-me#<token>`, live for `policy.notMe.life`. One a notice: each has an id of its own. */
  link(userId: string): Promise<string>;
  /** Undefined when it was not sealed by us for this purpose, was changed, or its time is over. No call. */
  read(token: string): Promise<NotMe | undefined>;
}

/** An account as somebody meets it who says 不是我. */
export type Freezable =
  | { readonly state: "none" }
  /** Frozen by this or another link; nothing to take away, and the case that was opened then. */
  | { readonly state: "frozen"; readonly caseNumber: string }
  /** This link froze it once and its owner has come back since: it does so no second time. */
  | { readonly state: "used" }
  | {
      readonly state: "free";
      readonly status: "ACTIVE" | "DISABLED";
      /** A change of its contacts may still be taken back (T20): that goes first. */
      readonly moved: boolean;
      readonly accountName: string;
      readonly name: string;
      /** Every contact that is known, proved or not. */
      readonly email?: string;
      readonly mobile?: string;
      /** What the row was: it is not frozen when its state, epoch or contacts are others by now. */
      readonly seen: unknown;
    };

/** 不是我 (T17, T19): taken away first, in one transaction; every step may be repeated. */
export interface Freezing {
  /** One read. */
  find(notMe: NotMe): Promise<Freezable>;
  /**
   * DISABLED and frozen, epoch raised, the link used, the case, the audit records and the messages: all or nothing. False when
   * something changed since `find` or the case's number is taken: find again.
   */
  freeze(
    notMe: NotMe,
    found: Freezable & { state: "free" },
    opened: NewCase,
    intents: readonly Intent[],
  ): Promise<boolean>;
}
