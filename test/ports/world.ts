import type { Policy } from "../../functions/contract/policy.ts";
import type { TableName } from "../../functions/contract/tables.ts";
import type { Profile, SignInAccounts } from "../../functions/ports/accounts.ts";
import type { Captchas } from "../../functions/ports/captchas.ts";
import type { Challenges } from "../../functions/ports/challenges.ts";
import type { CommonPasswords } from "../../functions/ports/common-passwords.ts";
import type { Consents } from "../../functions/ports/consents.ts";
import type { Credentials } from "../../functions/ports/credentials.ts";
import type { Devices } from "../../functions/ports/devices.ts";
import type { Drafts } from "../../functions/ports/drafts.ts";
import type { Ids } from "../../functions/ports/ids.ts";
import type { Keys } from "../../functions/ports/keys.ts";
import type { LookUps } from "../../functions/ports/look-ups.ts";
import type { Intents } from "../../functions/ports/messages.ts";
import type { PasswordHistory } from "../../functions/ports/password-history.ts";
import type { Registrations } from "../../functions/ports/registrations.ts";
import type { ResetGrantMaker, ResetGrants, ResetSweep } from "../../functions/ports/reset-grants.ts";
import type { RosterStore } from "../../functions/ports/roster-store.ts";
import type { Sessions } from "../../functions/ports/sessions.ts";
import type { TestClock } from "../service/clock.ts";

interface Flags {
  readonly frozen: boolean;
  readonly selfEnable: boolean;
  readonly secondFactor: "on";
}

/** Every port, over one store, under one clock: in memory as twins, or the adapters over the real embedded parts. */
export interface World {
  readonly accounts: SignInAccounts;
  readonly captchas: Captchas;
  readonly challenges: Challenges;
  readonly commonPasswords: CommonPasswords;
  readonly consents: Consents;
  readonly credentials: Credentials;
  readonly devices: Devices;
  readonly drafts: Drafts;
  readonly intents: Intents;
  readonly keys: Keys;
  readonly lookUps: LookUps;
  readonly passwordHistory: PasswordHistory;
  readonly registrations: Registrations;
  readonly resets: ResetGrantMaker & ResetGrants & ResetSweep;
  readonly roster: RosterStore;
  readonly sessions: Sessions;

  readonly clock: TestClock;
  readonly ids: Ids;
  readonly policy: Policy;
  /** Does a proof of work as a browser would, and gives what the browser sends. */
  solve(challenge: unknown): Promise<string>;
  /** Changes an account as an administrator, a second factor or 不是我 will. */
  change(userId: string, change: Partial<Pick<Profile, "status" | "epoch"> & Flags>): Promise<void>;
  /** The rows of a table as they are kept, each as text. */
  rows(table: TableName): Promise<string[]>;
}

/** A world that nobody has used; another policy only where its numbers are too large to count up to. */
export type MakeWorld = (policy?: Policy) => World;
