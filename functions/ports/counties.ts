import type {
  CountyId,
  CountyIdentity,
  CountyProfile,
  CountyPurpose,
  CountySchool,
  CountyState,
} from "../contract/counties.ts";
import type { CountySetup, Kept } from "./county-providers.ts";
import type { RosterEntry } from "./look-ups.ts";
import type { Intent } from "./messages.ts";
import type { MintedSession } from "./sessions.ts";

/** What the operator configured, over the profiles. */
export interface CountySetups {
  /** Every county, and the set-up of those that are switched on and whole. */
  all(): Promise<readonly { readonly profile: CountyProfile; readonly setup: CountySetup | undefined }[]>;
  find(county: CountyId): Promise<CountySetup | undefined>;
}

/** How counties are, from recent outcomes. */
export interface CountyStates {
  all(counties: readonly CountyId[]): Promise<Readonly<Partial<Record<CountyId, CountyState>>>>;
  /** One write for trouble; none for a good outcome unless trouble was known. */
  note(county: CountyId, outcome: "good" | "slow" | "down"): Promise<void>;
}

/** A round trip under way, in a sealed cookie of the browser it was begun in (T34). */
export interface CountyTrip {
  readonly id: string;
  readonly county: CountyId;
  readonly purpose: CountyPurpose;
  readonly kept: Kept;
  readonly returnTo?: string;
}

/** What of a person is compared with roster and account. */
export interface ProvedIdentity extends Pick<CountyIdentity, "county" | "name" | "nameMasked" | "roles"> {
  readonly schools: readonly Pick<CountySchool, "code" | "grade" | "class" | "seat">[];
}

/** What a county said of the person at this browser: good for one link, ten minutes long. */
export interface CountyProof {
  readonly identity: ProvedIdentity;
  /** 高雄市, as the roster's enrolments name the county. */
  readonly countyName: string;
  /** The key of the link: county and keyed hash of the subject (T35). */
  readonly link: string;
  /** As the roster keys persons; there where the county tells whose ID it is. */
  readonly personKey?: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** The two sealed cookies of the way to a county and back. */
export interface CountyCookies {
  trip(cookie: string | undefined): Promise<CountyTrip | undefined>;
  keepTrip(trip: CountyTrip): Promise<string>;
  proof(cookie: string | undefined): Promise<CountyProof | undefined>;
  keepProof(proof: Omit<CountyProof, "until">): Promise<string>;
}

export interface LinkedAccount {
  readonly userId: string;
  readonly accountName: string;
  readonly status: "ACTIVE" | "DISABLED";
  readonly epoch: number;
  /** True while a reset is under way: nobody signs in (R2). */
  readonly held: boolean;
  /** M31: 我知道了 was pressed. */
  readonly told: boolean;
}

/** What became of a sign-in by a county. `ended`: sessions beyond the ten. `not-listed`: the session to go on under has ended. */
export type CountySignIn =
  | { readonly outcome: "signed-in"; readonly account: LinkedAccount; readonly ended: readonly string[] }
  | { readonly outcome: "two-factor"; readonly account: LinkedAccount }
  | { readonly outcome: "not-usable"; readonly account: LinkedAccount }
  | { readonly outcome: "not-listed" };

/** Accounts as the way by a county sees them. Links are many to one: a person who changes county keeps the account. */
export interface CountyAccounts {
  /** Spends a round trip or a nonce: false when it was spent before (T34). */
  spend(id: string): Promise<boolean>;
  /** The user id this county account is linked to. */
  linked(link: string): Promise<string | undefined>;
  /** Notes a sign-in and lists its session, if the account may be used and asks for no second factor. Undefined when there is no account. */
  signIn(userId: string, minted: MintedSession): Promise<CountySignIn | undefined>;
  account(userId: string): Promise<LinkedAccount | undefined>;
  /** The places of a person in the roster and the user id that owns the person, if any (T35). */
  person(
    personKey: string,
  ): Promise<{ readonly entries: readonly RosterEntry[]; readonly ownerUserId: string | undefined }>;
  /**
   * One transaction with its audit record and its notices, which a job sends; linking again to the same account is no error and not noted again. With `personKey` the
   * person is the account's too from then on, so that a new ID document makes no second account. `account-changed`: the account is
   * not ACTIVE or not of this `epoch` any more.
   */
  link(link: {
    readonly county: CountyId;
    readonly link: string;
    readonly userId: string;
    readonly epoch: number;
    readonly personKey?: string;
    readonly notices?: readonly Intent[];
  }): Promise<"linked" | "linked-elsewhere" | "other-person" | "account-changed">;
  /** 我知道了. */
  tellNoMore(userId: string): Promise<void>;
  /** A sign-in that was refused, or an account that was shown: one audit record (I5). */
  audit(subject: string, event: "county.refused" | "account.shown", detail: Record<string, string>): Promise<void>;
}
