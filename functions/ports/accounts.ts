import type { Enrolment } from "../contract/schemas/parts.ts";

export interface Tries {
  /** Evaluated wrong tries since the last success. */
  readonly wrong: number;
  /** Epoch milliseconds of the last reserved try. */
  readonly lastAt: number;
}

export interface Profile {
  readonly userId: string;
  readonly status: "ACTIVE" | "DISABLED";
  readonly accountName: string;
  readonly epoch: number;
  readonly name: string;
  /** As roster and claims know the person. */
  readonly personKey: string;
  /** Missing where a county vouched for the person and the ID was never typed. */
  readonly maskedPersonId?: string;
  readonly enrolments: readonly Enrolment[];
  readonly email?: { readonly value: string; readonly proved: boolean };
  readonly mobile?: { readonly value: string; readonly proved: boolean };
  readonly createdAt: string;
  /** The sign-in before the present one. */
  readonly previousSignInAt?: string;
}

/** What a sign-in learns when it reserves its try. */
export interface ReservedTry {
  /** `wait` when the ladder says not yet: the try must not be evaluated (T01). */
  readonly outcome: "reserved" | "wait";
  readonly account:
    | {
        readonly userId: string;
        readonly accountName: string;
        readonly status: string;
        readonly epoch: number;
        /** A reset of the password is under way: nobody signs in until it is finished or ten minutes have passed (R2). */
        readonly held: boolean;
        /** Known devices, oldest first. */
        readonly devices: readonly string[];
      }
    | undefined;
}

export interface Device {
  readonly id: string;
}

/** Accounts as sign-in sees them (T01–T04). Unknown names are served by a decoy row, so that the work done is the same. */
export interface SignInAccounts {
  /** One read: who has the name (if anybody) and how often this client failed lately (T02). */
  find(accountName: string, client: string): Promise<{ userId: string | undefined; clientFailures: number }>;
  /** Reserves one try on the account's (or decoy's) own counter, before anything is evaluated. */
  reserveTry(rowId: string, decoy: boolean, device: Device | undefined): Promise<ReservedTry>;
  /** Success: counters back to zero, device known, sign-in time noted. */
  succeed(userId: string, device: Device, forget: readonly string[]): Promise<void>;
  /** Failure: counted on the client's address, never blocking it (a school is one address). */
  fail(client: string): Promise<void>;
}
