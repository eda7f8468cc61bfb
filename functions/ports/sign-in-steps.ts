import type { SignInMethod } from "../contract/oidc.ts";

/** A sign-in whose first factor was right, between the two (M63): bound to this browser by a sealed cookie, five minutes. */
export interface SignInStep {
  readonly id: string;
  readonly userId: string;
  readonly epoch: number;
  readonly methods: readonly SignInMethod[];
  /** The device that was known or is to be known. */
  readonly deviceId: string;
}

export interface SignInSteps {
  /** What a live cookie holds, or undefined. */
  read(cookie: string | undefined): Promise<SignInStep | undefined>;
  /** The Set-Cookie line. */
  keep(step: SignInStep): Promise<string>;
  /** Uses a step up: false when it was used before. */
  spend(step: SignInStep): Promise<boolean>;
}
