import type { Channel, Language } from "../contract/messages.ts";
import type { Intent } from "./messages.ts";

/** What a code proves: the channel it went to, or, of who forgot, only that it arrived at all: one code for every channel (M45, C7). */
export type CodeFor = Channel | "any";

/** Who is proving what: `subject` is `<purpose>#<flow or account>`; `account` is a keyed hash or a random id that outlives flows (T08). */
export interface CodeSubject {
  readonly subject: string;
  readonly account: string;
  readonly kind: "code-register" | "code-reset" | "code-activate" | "code-contact" | "code-public";
  readonly email?: string | undefined;
  readonly mobile?: string | undefined;
  /** Of who forgot or is signed in: the account's, so that a code from before a reset, a freeze or an enabling proves nothing (T17). */
  readonly epoch?: number | undefined;
  /**
   * The flow that must still be live, in the same transaction. Without one, and not signed in, it is somebody who forgot: one code for
   * all channels, due to the job at once, and limits of a channel that no answer shows (T04).
   */
  readonly flow?: { readonly flowId: string; readonly revision: number };
  /** Who gives the account a new contact (M35): it must be in use under this epoch, in the same transaction. */
  readonly signedIn?: { readonly userId: string; readonly epoch: number };
  /** Nobody's, or an account this way is not for: the same writes, a message without a channel. Its `email` is a key for limits only. */
  readonly decoy?: boolean;
  /** Of `code-public` (M20): the link beside the code, or the account that the address has, which its mailbox is told in place of both (T04). */
  readonly activation?: { readonly activate: string; readonly hours: number } | { readonly account: string };
  /** Of a new registration (M20): named as the newest of its address, folded, in the same transaction; one that gets no mail never is. */
  readonly registered?: NewestRegistration;
}

export interface NewestRegistration {
  readonly flowId: string;
  readonly account: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Whether the subject is a stranger who says the account is theirs, and is told nothing of it (T04). */
export const isForgetful = ({ flow, signedIn }: Pick<CodeSubject, "flow" | "signedIn">): boolean =>
  flow === undefined && signedIn === undefined;

export interface SendRequest {
  readonly client: string;
  readonly fromSchool: boolean;
  readonly language: Language;
}

export type Issued =
  | {
      kind: "issued";
      intent: Intent;
      channels: readonly Channel[];
      expiresAt: number;
      resendAt: number;
    }
  | { kind: "wait"; seconds: number }
  | { kind: "limit" }
  /** The flow, or the session, is not what it was. */
  | { kind: "flow-ended" };

export interface Challenge {
  readonly challengeId: string;
  readonly usedBy?: string;
  readonly usedChannel?: CodeFor;
}

/** A right code that is not used yet, for whoever uses it up in the transaction of what it is for. */
export interface CodeProof {
  readonly subject: CodeSubject;
  readonly challenge: Challenge;
  readonly attempt: string;
  readonly shard: number;
}

/** Six-digit codes (T06–T13). A code is derived from its challenge's id and the key ring; none is stored, in clear or hashed. */
export interface Challenges {
  /** S2: challenge, limits and message intent in one transaction. */
  issue(subject: CodeSubject, request: SendRequest): Promise<Issued>;
  /** The code of a channel of a challenge, or the one for all of them: six digits. */
  code(challengeId: string, of: CodeFor): Promise<string>;
  /** Which of the rows of the breaker a try on this subject counts in. */
  shard(subject: string): number;
  /**
   * Whether a try may be evaluated: `captcha` when wrong codes are so frequent in the shard that a captcha must come with it (T09),
   * `spent` when the account has had its wrong codes of the day or, of who forgot, its hundred in a row (T08). One read.
   */
  gate(
    subject: Pick<CodeSubject, "account" | "flow" | "signedIn">,
    shard: number,
  ): Promise<"open" | "captcha" | "spent">;
  /** Counts one try before anything is compared (T06). Undefined when there is no live challenge or its tries are spent. */
  reserveTry(subject: string, attempt: string): Promise<{ challenge: Challenge; alreadyBy: boolean } | undefined>;
  /**
   * S5: used, once, for the contacts it was sent to; flow VERIFIED with the proved channel, or the account's wrong codes in a row back
   * to none, one transaction. False when another press was faster.
   */
  succeed(
    subject: CodeSubject,
    challenge: Challenge,
    attempt: string,
    proved: CodeFor,
    shard: number,
  ): Promise<boolean>;
  /** Books a wrong code on the account's day, of who forgot on its row too, and on the shard of the breaker. */
  miss(subject: CodeSubject, shard: number): Promise<void>;
}
