/** What a person allowed an application, until it is revoked (M60). */
export interface Consent {
  readonly userId: string;
  readonly clientId: string;
  /** Random, new with each consent after a revocation: tokens of before name another one and are dead (T39). */
  readonly generation: string;
  readonly scopes: readonly string[];
  /** ISO time of the latest. */
  readonly grantedAt: string;
}

export interface Consents {
  find(userId: string, clientId: string): Promise<Consent | undefined>;
  /** All of a person, newest first. */
  list(userId: string): Promise<readonly Consent[]>;
  /** Adds scopes to what is allowed, or makes the consent, with an audit record. */
  give(userId: string, clientId: string, scopes: readonly string[]): Promise<Consent>;
  /** Takes them back, with an audit record each: every token dies with it. Gives how many there were. */
  revoke(userId: string, clientIds: readonly string[]): Promise<number>;
  /** User ids that allowed an application, a page at a time by key. */
  ofApplication(
    clientId: string,
    after?: string,
  ): Promise<{ readonly userIds: readonly string[]; readonly next?: string }>;
}
