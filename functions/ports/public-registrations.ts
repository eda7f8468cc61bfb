import type { Language } from "../contract/messages.ts";
import type { Gender } from "../contract/schemas/public-registration.ts";
import type { CodeProof } from "./challenges.ts";
import type { Intent } from "./messages.ts";

/** What 其他 told of themselves (M20), sealed in the flow until the account is made. */
export interface PublicPerson {
  /** As typed, for mail. */
  readonly email: string;
  /** Folded once: the account. */
  readonly account: string;
  readonly name: string;
  readonly nickname: string;
  readonly phone?: string;
  readonly gender?: Gender;
  readonly consent: {
    readonly termsVersion: string;
    readonly at: string;
    readonly adult: boolean;
    readonly guardian: boolean;
  };
  /** As `PasswordHistory` gives it: a slow hash. The password itself is kept nowhere. */
  readonly passwords: string;
  readonly language: Language;
  /** Somebody has the account already: nothing will come of this one, and nobody is told but the mailbox (T04). */
  readonly taken: boolean;
}

export interface PublicFlow {
  readonly flowId: string;
  readonly userId: string;
  /** ABANDONED too when its tries with the password are spent. */
  readonly status: "PENDING" | "CREATING" | "DONE" | "ABANDONED";
  readonly person: PublicPerson;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly picture?: string;
}

/** A flow past its time, as it was before the fence: what has to be undone. */
export interface OverduePublicFlow extends Pick<PublicFlow, "flowId" | "userId" | "status" | "picture"> {
  /** The address as claims know it. */
  readonly claim: string;
}

/** When the last mail of a registration went, and until when its code is good. Epoch milliseconds. */
export interface MailTimes {
  readonly sentAt: number;
  readonly codeExpiresAt: number;
}

/**
 * Registrations of 其他, a step for each write; every step may be repeated. An address is claimed when its mailbox was proved, not before,
 * so nobody keeps another's address by registering with it; several may wait for one address.
 */
export interface PublicRegistrations {
  /** Counts one registration from a client's network, `client` as a keyed hash; false past `policy.publicRegistration`. */
  admit(client: { readonly client: string; readonly fromSchool: boolean }): Promise<boolean>;
  /** Whether an account has this address, folded. One read. */
  isTaken(account: string): Promise<boolean>;
  /** Keeps a new one, PENDING for `policy.publicRegistration.life`. With its first mail it is the address's newest for 重發驗證信. */
  open(flow: Pick<PublicFlow, "flowId" | "userId" | "person">): Promise<PublicFlow>;
  /** Undefined when there is none, or when it was given up and nothing of it is left. */
  find(flowId: string): Promise<PublicFlow | undefined>;
  /** The newest of an address that was mailed to, live or not; or nobody's, at the same cost: two reads. */
  newestOf(account: string): Promise<PublicFlow | undefined>;
  /** Of the challenge with this subject; undefined when nothing was sent. */
  mailTimes(subject: string): Promise<MailTimes | undefined>;
  /**
   * A try with a code is counted on the address before anything is compared, whichever of its registrations the code is of: several wait
   * for one address, each with a code of its own (T08). `addressKey` is a keyed hash; false past `policy.code.wrongPerAccount`.
   */
  reserveCode(addressKey: string): Promise<boolean>;
  /** A try with the password is counted before it is compared; false when the tries are spent, and the flow with them. */
  reserveTry(flowId: string): Promise<boolean>;
  /**
   * PENDING → CREATING and the address claimed for 15 minutes, one transaction; the tries begin anew, since the password was right.
   * `taken`: another account has the address, or is being made with it.
   */
  startCreating(flow: PublicFlow): Promise<"creating" | "done" | "taken" | "ended">;
  /**
   * Profile ACTIVE, address owned, flow DONE, audit record, welcome: one transaction; with it the code is used up by which the mailbox was
   * proved, if it was not the link. False when another run did it or the fence fell.
   */
  finish(flow: PublicFlow, welcome: Intent, proof?: CodeProof): Promise<boolean>;
  /** 不是我: ABANDONED, what the person told goes at once; the sweep undoes the rest. False when it is an account already. */
  abandon(flowId: string): Promise<boolean>;
}

/** What binds a registration to a browser, and to a mailbox. */
export interface PublicRegistrationTokens {
  /** The Set-Cookie line, for as long as the flow lives at most, and the flow's id in one. */
  cookie(flowId: string): Promise<string>;
  read(cookie: string | undefined): Promise<string | undefined>;
  /** `https://…/public/activate#<token>`, good as long as the flow. */
  link(flow: Pick<PublicFlow, "flowId" | "expiresAt">): Promise<string>;
  /** The flow's id in the token of a link. */
  readLink(token: string): Promise<string | undefined>;
}

/** The way back of what ran out of time, was refused or broke off: fenced first, then what it held is freed (S11). */
export interface PublicRegistrationSweep {
  /** Ids of flows past their time, from one shard of the sparse index. */
  overdue(shard: number): Promise<readonly string[]>;
  /** ABANDONED if still past its time. Gives what has to be undone, or undefined when somebody else did or it moved on. */
  fence(flowId: string): Promise<OverduePublicFlow | undefined>;
  /** Frees the address and closes the row; one that was CREATING stays due for one more look at the vault. */
  free(flow: OverduePublicFlow): Promise<void>;
}
