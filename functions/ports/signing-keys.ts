import type { JWK } from "jose";

/** The keys as they stand: one signs for each algorithm, others are published before and after their time (T37). */
export interface SigningRing {
  /** Another one whenever what follows is another. */
  readonly version: string;
  /** Private JWKs; the first of each algorithm is the one that signs now. */
  readonly keys: readonly JWK[];
}

/** The provider's signing keys. Made at the first call of either method, so that nobody has to carry keys. */
export interface SigningKeys {
  /** May be as old as a sixth of the time that others keep our keys. */
  ring(): Promise<SigningRing>;
  /** Makes the next keys when it is time, forgets those that nobody needs. True when something changed. Twice at once changes once. */
  rotate(): Promise<boolean>;
}
