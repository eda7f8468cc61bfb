import type { Policy } from "../../functions/contract/policy.ts";
import type { TableName } from "../../functions/contract/tables.ts";
import type { Profile, Tries } from "../../functions/ports/accounts.ts";
import type { CodeFor, CodeSubject } from "../../functions/ports/challenges.ts";
import type { Clock } from "../../functions/ports/clock.ts";
import type { Consent } from "../../functions/ports/consents.ts";
import type { Ids } from "../../functions/ports/ids.ts";
import type { Keys } from "../../functions/ports/keys.ts";
import type { RosterEntry } from "../../functions/ports/look-ups.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import type { Flow } from "../../functions/ports/registrations.ts";
import type { NewSession } from "../../functions/ports/sessions.ts";
import { Limits } from "./limits.ts";

export interface ClaimKept {
  readonly flowId: string;
  readonly userId: string;
  readonly state: "HELD" | "OWNED";
  readonly heldUntil: number;
}

export interface FlowKept extends Flow {
  readonly contacts: string;
  readonly provedContacts?: string;
  readonly dueAt?: number | undefined;
}

export interface AccountKept {
  profile: Profile;
  tries: Tries;
  /** The reset that keeps everybody out, and until when (R2). */
  hold?: { readonly grantId: string; readonly until: number } | undefined;
  /** When the three ways of M51 may change the password again. */
  lockedUntil?: number;
  /** Grants opened before are none any more. */
  grantsFrom?: number;
  /** As `PasswordHistory` gives it. */
  passwords?: string;
  lastSignInAt?: string;
  readonly devices: Map<string, Tries & { seenAt: number }>;
  /** The listed sessions, with when they started. */
  readonly sessions: Map<string, number>;
}

export interface ChallengeKept {
  readonly challengeId: string;
  readonly contacts: string;
  readonly expiresAt: number;
  sentAt: number;
  tries: number;
  usedBy?: string;
  usedChannel?: CodeFor;
}

export interface IntentKept {
  intent: Intent;
  dueAt: number | undefined;
}

export interface SessionKept extends Omit<NewSession, "epoch" | "methods"> {
  readonly userId: string;
  readonly sessionKey: string;
  cookie: string;
  /** The cookie before it: it ends the session, and opens nothing. */
  prior?: string;
  epoch: number;
  methods: NewSession["methods"];
  readonly startedAt: number;
  lastSeenAt: number;
  authenticatedAt: number;
}

/** What the twins of one world keep: a map a table, shared between them as the real ports share DynamoDB. */
export class Memory implements Record<TableName, unknown> {
  readonly accounts = new Map<string, AccountKept>();
  /** Tries at names that nobody has. */
  readonly decoys = new Map<string, Tries>();
  readonly claims = new Map<string, ClaimKept>();
  readonly roster = new Map<string, RosterEntry>();
  readonly flows = new Map<string, FlowKept>();
  readonly challenges = new Map<string, ChallengeKept>();
  readonly messages = new Map<string, IntentKept>();
  readonly sessions = new Map<string, SessionKept>();
  readonly limits = new Limits();
  readonly once = new Set<string>();
  readonly cases = new Map<string, unknown>();
  readonly applications = new Map<string, unknown>();
  readonly consents = new Map<string, Consent>();
  readonly tokens = new Map<string, unknown>();
  readonly events = new Map<string, unknown>();
  readonly factors = new Map<string, unknown>();
  readonly logouts = new Map<string, unknown>();
  readonly "legacy-accounts" = new Map<string, unknown>();
  readonly notifications = new Map<string, unknown>();
  readonly "signing-keys" = new Map<string, unknown>();
  readonly "audit-chain" = new Map<string, unknown>();
  readonly audit: { readonly subject: string; readonly event: string; readonly [detail: string]: unknown }[] = [];
}

/** What a twin is made of; each takes the parts it needs. */
export interface TwinParts {
  readonly memory: Memory;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: Policy;
}

/** One text for the contacts of somebody: a proof of one pair says nothing about another. */
export const contactsOf = (of: Pick<CodeSubject, "email" | "mobile" | "epoch">): string =>
  `${of.email ?? ""}|${of.mobile ?? ""}|${of.epoch ?? ""}`;
