/**
 * A grant of the library has no row: its id says what it stands on. Each part holds letters, digits, `-`, `_` and `.` only.
 *
 * The family is all tokens of one authorization: `s<session key>.<random>` ends with the session, `o<random>` (offline access) does not.
 */
export interface GrantId {
  readonly userId: string;
  readonly clientId: string;
  /** Of the consent: another one after a revocation (T39). */
  readonly generation: string;
  /** Of the account (T17). */
  readonly epoch: number;
  readonly family: string;
}

export const writeGrantId = ({ userId, clientId, generation, epoch, family }: GrantId): string =>
  [userId, clientId, generation, epoch, family].join("~");

export function readGrantId(text: string): GrantId | undefined {
  const [userId, clientId, generation, epoch, family, more] = text.split("~");
  if (!userId || !clientId || !generation || !epoch || !family || more !== undefined) return undefined;
  return { userId, clientId, generation, epoch: Number(epoch), family };
}

export const sessionFamily = (sessionKey: string, random: string): string => `s${sessionKey}.${random}`;
export const offlineFamily = (random: string): string => `o${random}`;

/** The session that a family ends with, or undefined for offline access. */
export const sessionOf = (family: string): string | undefined =>
  family.startsWith("s") ? family.slice(1, family.indexOf(".")) : undefined;

/** Where the mark stands that ends a family. */
export const familyKey = ({ userId, family }: Pick<GrantId, "userId" | "family">) => ({
  userId,
  of: `family#${family}`,
});
