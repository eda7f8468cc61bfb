import type { CountyId } from "../contract/counties.ts";
import type { Channel } from "../contract/messages.ts";
import type { Enrolment } from "../contract/schemas/parts.ts";
import type { Intent } from "./messages.ts";

/** The sealed cookie of an application: everything the browser's later steps need, readable by us only. */
export interface Draft {
  readonly flowId: string;
  readonly userId: string;
  /** Counts account steps: a stale tab's cookie does not match the flow row. */
  readonly revision: number;
  readonly expiresAt: number;
  readonly personKey: string;
  /** Missing where a county vouched for the person and the ID was never typed. */
  readonly maskedPersonId?: string;
  readonly name: string;
  readonly enrolment: Enrolment;
  /** For the rule that a password must not hold the ID; sealed like the rest, gone with the draft. */
  readonly personId?: string;
  /** A county account that is linked when the account is made (M12, T35). */
  readonly county?: { readonly id: CountyId; readonly link: string };
  readonly consent?: { readonly termsVersion: string; readonly at: string; readonly guardian: boolean };
  readonly accountName?: string;
  readonly email?: string;
  readonly mobile?: string;
  /** The channel whose code was right, once it was. */
  readonly proved?: Channel;
}

/** A draft whose account step is done. */
export type ClaimedDraft = Draft & Required<Pick<Draft, "accountName" | "consent">>;

/** A claimed draft with a proved contact. */
export type ProvedDraft = ClaimedDraft & Required<Pick<Draft, "proved">>;

export type FlowStatus = "PENDING" | "VERIFIED" | "CREATING" | "DONE" | "ABANDONED";

export interface Flow {
  readonly flowId: string;
  readonly status: FlowStatus;
  readonly revision: number;
  readonly userId: string;
  readonly accountName: string;
  readonly personKey: string;
  readonly proved: Channel | undefined;
  /** Epoch milliseconds until which the claims are held. */
  readonly heldUntil: number;
}

export type Claimed = "claimed" | "name-taken" | "person-has-account" | "person-applying" | "flow-ended";

/** The registration saga (S0–S11), a method per step that writes. Every step may be repeated. */
export interface Registrations {
  flow(flowId: string): Promise<Flow | undefined>;
  /** S1: flow PENDING, name and person claimed for 15 minutes, all or nothing. `before` is the draft of the account step before, if any. */
  claim(draft: ClaimedDraft, before: Draft): Promise<Claimed>;
  /** S6a: VERIFIED → CREATING, claims renewed. `done` when an earlier run of this flow finished. */
  startCreating(draft: ProvedDraft): Promise<"creating" | "done" | "not-verified" | "lost">;
  /**
   * S8: profile ACTIVE, claims owned, flow DONE, audit record, welcome intent: one transaction. `passwords` is the sealed list of
   * `PasswordHistory` with the first one. False when another run did it or the fence fell.
   */
  finish(draft: ProvedDraft, welcome: Intent, passwords?: string): Promise<boolean>;
  /** Restart: ABANDONED first, then the claims are freed. */
  abandon(flow: Pick<Flow, "flowId" | "accountName" | "personKey">): Promise<void>;
  /** S11: ids of flows past their time, from one shard of the sparse index. */
  overdue(shard: number): Promise<readonly string[]>;
  /** S11: the fence: ABANDONED if still past its time. Gives what has to be undone, or undefined when somebody else did or it moved on. */
  fence(flowId: string): Promise<Flow | undefined>;
  /** S11: frees the claims of an abandoned flow and closes its row; one that was CREATING stays due for one more look at the vault. */
  free(flow: Flow): Promise<void>;
}
