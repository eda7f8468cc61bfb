import type { Enrolment, Role } from "../contract/schemas/parts.ts";
import type { CheckedCaptcha } from "./captchas.ts";

/** One person asking whether the roster knows them. `personKey`, `client` are keyed hashes. */
export interface LookUp {
  readonly personKey: string;
  readonly school: { readonly code: string; readonly level: string };
  readonly role: Role;
  readonly client: string;
  /** True for an address of a registered school: a whole class behind one address (T05). */
  readonly fromSchool: boolean;
  readonly captcha: CheckedCaptcha;
}

export interface RosterEntry {
  readonly name: string;
  readonly enrolment: Enrolment;
}

export type Reserved = "ok" | "captcha-used" | "too-many-tries" | "breaker-open";

/** Look-ups by name or ID, always counted before they are done (T05, M13). */
export interface LookUps {
  /** Spends the captcha and reserves one try of the client and of the person, all or nothing. */
  reserve(lookUp: LookUp): Promise<Reserved>;
  /** The roster's entry at that place and the account that already owns the person, if any. */
  find(lookUp: LookUp): Promise<{ entry: RosterEntry | undefined; ownerUserId: string | undefined }>;
  /** Books the reserved try as a hit or as a miss. */
  settle(lookUp: LookUp, hit: boolean): Promise<void>;
}
