import type { Enrolment, Role } from "../contract/schemas/parts.ts";
import type { CheckedCaptcha } from "./captchas.ts";

/** One person looked up by ID. `personKey`, `client` are keyed hashes. */
export interface PersonLookUp {
  readonly personKey: string;
  readonly client: string;
  /** True for an address of a registered school: a whole class behind one address (T05). */
  readonly fromSchool: boolean;
  /** Missing where who asks is signed in and has just given the password. */
  readonly captcha?: CheckedCaptcha | undefined;
  /** Counts on the person's budget of personal data too (M48, T15). */
  readonly byPersonalData?: true;
}

/** The same at a place of the roster. */
export interface LookUp extends PersonLookUp {
  readonly school: { readonly code: string; readonly level: string };
  readonly role: Role;
}

export interface RosterEntry {
  readonly name: string;
  readonly enrolment: Enrolment;
}

export type Reserved = "ok" | "captcha-used" | "too-many-tries" | "breaker-open";

/** Look-ups by name or ID, always counted before they are done (T05, M13). */
export interface LookUps {
  /** Spends the captcha and reserves one try of the client and of the person, all or nothing. */
  reserve(lookUp: PersonLookUp): Promise<Reserved>;
  /** The roster's entry at that place and the account that already owns the person, if any. */
  find(lookUp: LookUp): Promise<{ entry: RosterEntry | undefined; ownerUserId: string | undefined }>;
  /** As `find`, with every role the person has anywhere in the roster (T15: a pupil and nothing else). */
  findWithRoles(
    lookUp: LookUp,
  ): Promise<{ entry: RosterEntry | undefined; ownerUserId: string | undefined; roles: readonly string[] }>;
  /** The account that owns the person, wherever the roster has them (M41). */
  findOwner(lookUp: PersonLookUp): Promise<string | undefined>;
  /** Books the reserved try as a hit or as a miss. `alike`: with the same calls for both, where an answer tells nobody which (SHAPE). */
  settle(lookUp: PersonLookUp, hit: boolean, alike?: "alike"): Promise<void>;
}
