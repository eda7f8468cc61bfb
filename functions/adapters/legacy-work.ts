import type { LegacyHashFormat } from "../contract/legacy.ts";
import { argon2Head, phcText, readArgon2Line } from "./argon2-line.ts";
import type { legacyDigest } from "./legacy-hash.ts";

/** What one comparison costs by a format and its setting, without anybody's salt: two rows that cost the same have the same. */
export interface LegacyWork {
  readonly format: LegacyHashFormat;
  readonly setting?: string;
}

/** What is needed to make the digest of a row again. */
interface Kept extends LegacyWork {
  readonly salt?: string;
}

/** A digest of the quick formats: which of them, and with what salt, makes no difference beside the slow hash. */
const quick: LegacyWork = { format: "sha256" };

/** What a row costs. Throws on a setting that `readLegacyHash` did not give. */
export function workOf({ format, setting = "" }: LegacyWork): LegacyWork {
  if (format === "bcrypt") return { format, setting: `$2b$${setting.slice(4, 6)}$${".".repeat(22)}` };
  if (format === "phpass") return { format, setting: `$P$${setting.charAt(3)}${".".repeat(8)}` };
  if (format !== "argon2") return quick;
  const line = readArgon2Line(setting);
  if (line === undefined) throw new Error("the setting of an argon2 hash cannot be read");
  return {
    format,
    setting: `${argon2Head({ ...line, salt: Buffer.alloc(16) })}$${phcText(Buffer.alloc(32))}`,
  };
}

/** Those of `wanted` that are not among `known`, each once; the quick one is known without being written anywhere. */
export function newWorks(known: readonly LegacyWork[], wanted: readonly LegacyWork[]): readonly LegacyWork[] {
  const names = new Set([quick, ...known].map(nameOf));
  return distinct(wanted).filter((work) => !names.has(nameOf(work)));
}

/**
 * The digest that a typed password has by a row, or by nobody's (`kept` undefined). Each work that any row of the platform takes is done
 * once, the row's own with its salt, the others thrown away: so a try costs the same whosever the account is (T04).
 */
export async function digestAmong(
  works: readonly LegacyWork[],
  kept: Kept | undefined,
  password: string,
  digestOf: typeof legacyDigest,
): Promise<string> {
  const own = nameOf(kept === undefined ? quick : workOf(kept));
  const others = distinct([quick, ...works]).filter((work) => nameOf(work) !== own);
  const [digest] = await Promise.all([
    digestOf(kept?.format ?? quick.format, password, kept ?? {}),
    ...others.map((work) => digestOf(work.format, password, work)),
  ]);
  return digest;
}

const distinct = (works: readonly LegacyWork[]): readonly LegacyWork[] => [
  ...new Map(works.map((work) => [nameOf(work), work])).values(),
];

const nameOf = ({ format, setting = "" }: LegacyWork): string => `${format} ${setting}`;
