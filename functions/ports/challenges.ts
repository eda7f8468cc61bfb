import type { Channel, Language } from "../contract/messages.ts";
import type { Intent } from "./messages.ts";

/** Who is proving what: `subject` is `<purpose>#<flow or account>`; `account` is a keyed hash that outlives flows (T08). */
export interface CodeSubject {
  readonly subject: string;
  readonly account: string;
  readonly kind: "code-register";
  readonly email?: string | undefined;
  readonly mobile?: string | undefined;
  /** The flow that must still be live, in the same transaction. */
  readonly flow: { readonly flowId: string; readonly revision: number };
}

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
  | { kind: "wait"; seconds: number; expiresAt: number }
  | { kind: "limit" }
  | { kind: "flow-ended" };

export interface Challenge {
  readonly challengeId: string;
  readonly usedBy?: string;
  readonly usedChannel?: Channel;
}

/** Six-digit codes (T06–T13). A code is derived from its challenge's id and the key ring; none is stored, in clear or hashed. */
export interface Challenges {
  /** S2: challenge, limits and message intent in one transaction. */
  issue(subject: CodeSubject, request: SendRequest): Promise<Issued>;
  /** The code of a channel of a challenge, six digits. */
  code(challengeId: string, channel: Channel): Promise<string>;
  /** Which of the rows of the breaker a try on this subject counts in. */
  shard(subject: string): number;
  /**
   * Whether a try may be evaluated: `captcha` when wrong codes are so frequent in the shard that a captcha must come with it (T09),
   * `spent` when the account has had its wrong codes of the day (T08). One read.
   */
  gate(account: string, shard: number): Promise<"open" | "captcha" | "spent">;
  /** Counts one try before anything is compared (T06). Undefined when there is no live challenge or its tries are spent. */
  reserveTry(subject: string, attempt: string): Promise<{ challenge: Challenge; alreadyBy: boolean } | undefined>;
  /** S5: used, once; flow VERIFIED with the proved channel, one transaction. False when another press was faster. */
  succeed(
    subject: CodeSubject,
    challenge: Challenge,
    attempt: string,
    channel: Channel,
    shard: number,
  ): Promise<boolean>;
  /** Books a wrong code on the account's day and on the shard of the breaker. */
  miss(subject: CodeSubject, shard: number): Promise<void>;
}
