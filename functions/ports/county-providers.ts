import type { CountyProfile } from "../contract/counties.ts";

/** A county that is switched on: its profile with what the operator configured over it. */
export interface CountySetup {
  readonly profile: CountyProfile;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** Plain http to the loopback address of this machine is taken: sample and test providers only. */
  readonly test: boolean;
}

/** What must be kept in the browser's sealed cookie between the way out and the way back: state, nonce, PKCE verifier. */
export type Kept = Readonly<Record<string, string>>;

/**
 * What a county said, checked as far as its protocol goes. `told` by source: `id_token`, `userinfo`, each resource by its name, `ax`,
 * `sreg`; values as they came, unread.
 */
export interface CountyFacts {
  readonly subject: string;
  readonly told: Readonly<Record<string, unknown>>;
  /** OpenID 2.0: the response nonce, which must be spent once over all processes (§11.3). */
  readonly nonce?: string;
}

/**
 * `cancelled`: the person said no at the county. `down`: no usable answer of the county (silence, 5xx, HTML for JSON, too large).
 * `refused`: an answer that is not to be believed. `reason` is a stable word for log and audit, without anything a person typed.
 */
export type TroubleKind = "cancelled" | "down" | "refused";

export class CountyTrouble extends Error {
  readonly kind: TroubleKind;
  readonly reason: string;

  constructor(kind: TroubleKind, reason: string, cause?: unknown) {
    super(`${kind}: ${reason}`, cause === undefined ? {} : { cause });
    this.name = "CountyTrouble";
    this.kind = kind;
    this.reason = reason;
  }
}

/** The protocols a county may speak, behind one face. Every failure is a `CountyTrouble`. */
export interface CountyProviders {
  /** The address of the county's page for this round trip. `redirectUri` is the county's own path of ours (T33). */
  begin(setup: CountySetup, redirectUri: string): Promise<{ readonly url: string; readonly kept: Kept }>;
  /** Checks the county's answer in full. `answer` is the whole address it came back to, query included. */
  finish(setup: CountySetup, kept: Kept, answer: URL): Promise<CountyFacts>;
}
