/** An audit record by its key: whose, and when with a random part (`2026-11-21T08:00:00.000Z#…`). */
export interface AuditKey {
  readonly subject: string;
  readonly entry: string;
}

/**
 * One link: the digest of a record (SHA-256, hex), hashed together with the link before under a key that no table holds (HMAC-SHA-256,
 * hex): who can write the tables cannot make a chain anew.
 */
export interface ChainLink {
  /** 1 for the first of its chain. */
  readonly number: number;
  readonly of: AuditKey;
  /** Of the record as it was when it was linked; `absent` when there was none any more. */
  readonly digest: string;
  /** The hash of the link before: of the first link, of the last one of the chain it follows, or zeros. */
  readonly previous: string;
  readonly hash: string;
  /** Of a first link: which link of an earlier day it follows, so that no day can be cut at its end. */
  readonly follows?: { readonly chain: string; readonly number: number };
}

/** What the very first link of all comes after. */
export const beginning = "0".repeat(64);

/** How many chains a day has: each holds the records of the subjects whose hash falls on it, so that no writer waits for all others. */
export const chainsPerDay = 8;
/** `<UTC day>#<0–7>`. */
export const chainName = (day: string, shard: number): string => `${day}#${shard}`;

/** T27: audit records and the chains over them. Both are only ever created. */
export interface AuditChain {
  /** Links records that are in no chain yet; a record given twice is linked once, at whatever moment. Gives how many were new. */
  append(keys: readonly AuditKey[]): Promise<number>;
  /** A chain in its order. Links that somebody took out are not there. */
  links(chain: string): AsyncIterable<ChainLink>;
  /** One link by its number. */
  link(chain: string, number: number): Promise<ChainLink | undefined>;
  /** The records of a subject on a UTC day as they are now: their entries, each with its digest. */
  digests(subject: string, day: string): Promise<ReadonlyMap<string, string>>;
  /** What the hash of a link over these two must be. */
  hash(previous: string, digest: string): Promise<string>;
}
