import type { Channel } from "../contract/messages.ts";
import type { Enrolment } from "../contract/schemas/parts.ts";
import type { Gender } from "../contract/schemas/public-registration.ts";
import type { OwnSession } from "./sessions.ts";

export interface Tries {
  /** Evaluated wrong tries since the last success. */
  readonly wrong: number;
  /** Epoch milliseconds of the last reserved try. */
  readonly lastAt: number;
}

type Contact = { readonly value: string; readonly proved: boolean };

/** What a change of contact took the place of, for as long as it may be taken back (T20). */
export interface PriorContact {
  readonly id: string;
  readonly channel: Channel;
  /** Epoch milliseconds. */
  readonly until: number;
  /** Missing where there was none. */
  readonly contact: Contact | undefined;
}

export interface Profile {
  readonly userId: string;
  readonly status: "ACTIVE" | "DISABLED";
  /** Of 其他 the folded e-mail address: an account name never has an @. */
  readonly accountName: string;
  readonly epoch: number;
  readonly name: string;
  /** As roster and claims know the person. Missing of 其他, who registered by e-mail (M20). */
  readonly personKey?: string;
  /** Missing where a county vouched for the person and the ID was never typed. */
  readonly maskedPersonId?: string;
  readonly enrolments: readonly Enrolment[];
  /** Of 其他 only (M20). */
  readonly details?: { readonly nickname: string; readonly phone?: string; readonly gender?: Gender };
  /** Id of the picture. */
  readonly picture?: string;
  readonly email?: Contact;
  readonly mobile?: Contact;
  /** Oldest first, those whose time is over among them; there where there is one. `toldContacts` says whom to tell by them. */
  readonly priors?: readonly PriorContact[];
  /** A second factor is on: sign-in asks for it. */
  readonly secondFactor: boolean;
  readonly createdAt: string;
  /** ISO time of the last change of contacts or school, where there was one. */
  readonly updatedAt?: string;
  /** The sign-in before the present one. */
  readonly previousSignInAt?: string;
}

/** An account as a sign-in sees it. */
export interface SignInAccount {
  readonly userId: string;
  /** As a profile gives it. */
  readonly accountName: string;
  readonly status: string;
  readonly epoch: number;
  /** A reset of the password is under way: nobody signs in until it is finished or ten minutes have passed (R2). */
  readonly held: boolean;
  /** Known devices, oldest first. */
  readonly devices: readonly string[];
  readonly secondFactor: boolean;
  /** Keys of its listed sessions, oldest first: those whose eight hours are over, and the others. */
  readonly over: readonly string[];
  readonly sessions: readonly string[];
}

/** What a sign-in learns when it reserves its try. */
export interface ReservedTry {
  /** `wait` when the ladder says not yet: the try must not be evaluated (T01). */
  readonly outcome: "reserved" | "wait";
  /** Seconds until another try is evaluated; 0 when this one is. */
  readonly wait: number;
  readonly account: SignInAccount | undefined;
}

export interface Device {
  readonly id: string;
}

export interface SignInSuccess {
  readonly device: Device;
  /** Devices beyond the ten. */
  readonly forget: readonly string[];
  readonly sessionKey: string;
  /** Sessions beyond the ten, replaced or over: they are listed no more. */
  readonly end: readonly string[];
}

/** Accounts as sign-in sees them (T01–T04). Unknown ones are served by a decoy row, so that the work done is the same. */
export interface SignInAccounts {
  /** One read: whose account it is (if anybody's), how often this client failed lately (T02), and whether `cookie` has the secret of a session of that account (T21). */
  find(
    account: string,
    client: string,
    cookie?: string,
  ): Promise<{ userId: string | undefined; clientFailures: number; ownSession?: OwnSession }>;
  /** Reserves one try on the account's (or decoy's) own counter, before anything is evaluated. */
  reserveTry(rowId: string, decoy: boolean, device: Device | undefined): Promise<ReservedTry>;
  /** The account as it is now, for the second of two factors: one read. */
  look(userId: string): Promise<SignInAccount | undefined>;
  /** Success: counters back to zero, device known, session listed, sign-in time noted; one write. */
  succeed(userId: string, success: SignInSuccess): Promise<void>;
  /** The password was right and nobody signs in by it: counters back to zero, one write. */
  giveBack(userId: string, device: Device | undefined): Promise<void>;
  /** Failure: counted on the client's address, never blocking it (a school is one address). */
  fail(client: string): Promise<void>;
}
