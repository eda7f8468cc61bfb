import type { LegacyHashFormat } from "../contract/legacy.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { LegacyAccount, LegacyId } from "../ports/legacy-accounts.ts";
import type { LegacyImported } from "../ports/legacy-import.ts";
import type { Argon2Cost } from "./argon2-line.ts";
import type { Row } from "./dynamo.ts";
import { readLegacyHash } from "./legacy-hash.ts";
import { slowHash } from "./slow-hash.ts";

/** An account of a legacy platform as it is stored. Times in epoch milliseconds. */
export interface LegacyRow {
  readonly legacyKey: string;
  readonly state: "open" | "linked";
  /** Sealed `KeptAccount`. */
  readonly account: string;
  /** Sealed `KeptHash`. */
  readonly hash: string;
  /** Keyed hash over all that was imported: an unchanged row is seen without opening it. */
  readonly digest: string;
  /** Wrong passwords since the last right one. */
  readonly wrong: number;
  readonly lastAt: number;
  /** Whose the last try was: the SDK's second try after a lost answer meets its own (T45). */
  readonly tryBy?: string;
  readonly linkedTo?: string;
  readonly linkedAt?: number;
  /** Sealed `KeptOneUse` (M85), and until when it is right. */
  readonly oneUse?: string;
  readonly oneUseUntil?: number;
  /** When one-use passwords were mailed of late. */
  readonly mailed?: readonly number[];
  /** The help desk said so: the platform's password is good for nothing any more, only a mailed one is (T43). */
  readonly passwordLeaked?: true;
}

/** What is left when the person who joined it was erased: that no import makes it anew. For everybody else it is nobody's account. */
export interface ErasedLegacyRow {
  readonly legacyKey: string;
  readonly state: "erased";
}

/** The account in a row, if there is one. */
export const livingRow = (row: Row | undefined): LegacyRow | undefined =>
  row === undefined || row.state === "erased" ? undefined : (row as unknown as LegacyRow);

/** What of a row an old account is joined by; refused when it is another by then. `oneUse`: where the mailed password was right. */
export interface SeenLegacy {
  readonly digest: string;
  readonly oneUse?: string;
  readonly mailed?: readonly number[];
}

/** The key stands in what is sealed: a part that was moved to another row opens nothing. */
interface Bound {
  readonly legacyKey: string;
}
type KeptAccount = Bound & Pick<LegacyAccount, "shownAccount" | "name" | "email" | "hint">;

/** `slow`: the slow hash over the platform's own, so that a stolen table gives none that is quick to guess at. */
export interface KeptHash extends Bound {
  readonly format: LegacyHashFormat;
  readonly salt?: string;
  readonly setting?: string;
  readonly slow: string;
}
export interface KeptOneUse extends Bound {
  readonly slow: string;
}

/** Key of a row, and of its decoy: the platform, and the account by keyed hash. `account` is folded. */
export async function legacyKeyOf(keys: Keys, { platform, account }: LegacyId): Promise<string> {
  return `${platform}#${await keys.mac("legacy-account", `${platform}#${account}`)}`;
}

/** Keyed hash over everything that an import says of an account. A platform's name has no bracket: no key of a row is one of these. */
export function importDigestOf(keys: Keys, imported: LegacyImported): Promise<string> {
  const { platform, account, shownAccount, format, hash, salt, email, name, hint } = imported;
  return keys.mac(
    "legacy-account",
    JSON.stringify([platform, account, shownAccount, format, hash, salt, email, name, hint]),
  );
}

/** The row of an imported account that nobody has joined. Throws on a hash that is not of its format. */
export async function newLegacyRow(
  { keys, ids, slowCost }: { readonly keys: Keys; readonly ids: Ids; readonly slowCost?: Argon2Cost | undefined },
  imported: LegacyImported,
): Promise<LegacyRow> {
  const { format, shownAccount, name, email, hint } = imported;
  const [legacyKey, digest] = await Promise.all([legacyKeyOf(keys, imported), importDigestOf(keys, imported)]);
  const read = readLegacyHash(format, imported.hash, imported.salt);
  if (!read.ok) throw new Error(`the hash of an imported account cannot be read: ${read.problem}`);
  const { digest: fast, ...setting } = read.hash;
  const kept: KeptHash = { legacyKey, format, ...setting, slow: await slowHash(ids, fast, slowCost) };
  const account: KeptAccount = {
    legacyKey,
    shownAccount,
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(hint === undefined ? {} : { hint }),
  };
  const [sealed, hash] = await Promise.all([seal(keys, account), seal(keys, kept)]);
  return { legacyKey, state: "open", account: sealed, hash, digest, wrong: 0, lastAt: 0 };
}

/** The account of a row; `by`: what was right of it. Throws when it cannot be opened. */
export async function legacyAccountIn(
  keys: Keys,
  row: LegacyRow,
  { platform, account }: LegacyId,
  by: "password" | "one-use" = "password",
): Promise<LegacyAccount> {
  const { legacyKey: _key, ...kept } = await open<KeptAccount>(keys, row, row.account);
  const { state, linkedTo, digest, oneUse, mailed } = row;
  const seen: SeenLegacy = {
    digest,
    ...(by === "one-use" && oneUse !== undefined ? { oneUse } : {}),
    ...(mailed === undefined ? {} : { mailed }),
  };
  return { platform, account, state, ...kept, seen, ...(linkedTo === undefined ? {} : { linkedTo }) };
}

/** What a typed password is compared with. */
export const keptHashIn = (keys: Keys, row: LegacyRow): Promise<KeptHash> => open<KeptHash>(keys, row, row.hash);

/** The one-use password, if there is one, live or not. */
export const oneUseIn = async (keys: Keys, row: LegacyRow): Promise<KeptOneUse | undefined> =>
  row.oneUse === undefined ? undefined : open<KeptOneUse>(keys, row, row.oneUse);

export const sealOneUse = (keys: Keys, kept: KeptOneUse): Promise<string> => seal(keys, kept);

const seal = (keys: Keys, value: Bound): Promise<string> => keys.seal("legacy-account", value);

async function open<T extends Bound>(keys: Keys, { legacyKey }: LegacyRow, sealed: string): Promise<T> {
  const opened = (await keys.unseal("legacy-account", sealed)) as T | undefined;
  if (opened?.legacyKey !== legacyKey)
    throw new Error("a part of a legacy account cannot be opened with this key ring");
  return opened;
}
