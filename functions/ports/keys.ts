/** What a sealed or keyed value is for: a value of one purpose never opens or matches under another. */
export type KeyPurpose =
  | "person-id"
  | "address"
  | "limit"
  | "captcha"
  | "proof-of-work"
  | "flow"
  | "code"
  | "device"
  | "session"
  | "csrf"
  | "decoy"
  | "person-data"
  | "message"
  | "county"
  | "county-trip"
  | "county-proof"
  | "reset-grant"
  | "recovery"
  | "password-history"
  | "case"
  | "not-me"
  | "subject"
  | "sid"
  | "application"
  | "second-factor"
  | "recovery-code"
  | "sign-in-step"
  | "interaction"
  | "token"
  | "grant"
  | "event"
  | "signing-keys"
  | "audit-chain"
  | "contact-undo"
  | "person-number"
  | "account-email"
  | "public-registration"
  | "public-cookie"
  | "activation-link"
  | "legacy-account"
  | "picture"
  | "notification";

/** The key ring: keyed hashes for look-up, sealing (AES-256-GCM) for what must be read again. Every key has an id so it can rotate. */
export interface Keys {
  /** HMAC-SHA-256, base64url, under the look-up key, which stays when sealing keys rotate. */
  mac(purpose: KeyPurpose, text: string): Promise<string>;
  /** Raw secret bytes of a purpose, for a library that does its own keyed hashing (ALTCHA). */
  secret(purpose: KeyPurpose): Promise<string>;
  seal(purpose: KeyPurpose, value: unknown): Promise<string>;
  /** The value, or undefined when it was not sealed by us for this purpose (changed, another purpose, unknown key). */
  unseal(purpose: KeyPurpose, sealed: string): Promise<unknown>;
}
