/** The only source of randomness. */
export interface Ids {
  /** `bytes` random bytes (CSPRNG). */
  bytes(bytes: number): Uint8Array;
  /** 128 random bits, base64url: ids of users, flows, messages (ASVS 11.5.1: a UUID does not count). */
  id(): string;
  /** 256 random bits, base64url: session secrets (T21). */
  secret(): string;
}
