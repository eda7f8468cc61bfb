/** What was read of a platform; refused when it is another by now. */
export interface PlatformOwner {
  /** By name; undefined where nobody ever was this platform. */
  readonly owner?: string;
  readonly seen: unknown;
}

/** Whose a legacy platform is: also while no application is it, since its people's accounts and what they told it are there still (T43). */
export interface LegacyPlatforms {
  read(platform: string): Promise<PlatformOwner>;
  /** From now on it is this owner's, with an audit record. False when it changed since it was read. The same again is no change. */
  give(platform: string, owner: string, by: { readonly operator: string }, read: PlatformOwner): Promise<boolean>;
}
