import { createHash } from "node:crypto";
import type { LegacyHashFormat } from "../contract/legacy.ts";
import { argon2Head, argon2Tag, phcText, readArgon2Line } from "./argon2-line.ts";
import { phpassDigest, readPhpass } from "./phpass.ts";

/** What a stored hash is made of: `digest`, the part that only the password gives, and all else that is needed to make it again. */
export interface LegacyHash {
  readonly digest: string;
  /** Of the salted formats. */
  readonly salt?: string;
  /** Cost and salt of `bcrypt`, `phpass` and `argon2`, in the form of their own lines. */
  readonly setting?: string;
}

/** `hash`: not of that format. `salt`: missing, or of no use there. `cost`: more work than is done for anybody. */
export type LegacyHashProblem = "hash" | "salt" | "cost";
export type ReadLegacyHash =
  | { readonly ok: true; readonly hash: LegacyHash }
  | { readonly ok: false; readonly problem: LegacyHashProblem };

const hexLength = { md5: 32, sha1: 40, sha256: 64 } as const;
type Fast = keyof typeof hexLength;

/** 22 characters of salt, 31 of digest. `2x` was made by a faulty one: nobody can say what its passwords were. */
const bcryptShape = /^(\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{22})([./A-Za-z0-9]{31})$/;
/** The twelfth takes a quarter of a second of a CPU. */
const bcryptCost = { least: 4, most: 12 } as const;

/** Reads a hash as a platform kept it, with the salt that stood beside it, if any. */
export function readLegacyHash(format: LegacyHashFormat, hash: string, salt?: string): ReadLegacyHash {
  const text = hash.trim();
  const { fast, order } = fastOf(format);
  if (fast !== undefined) {
    if (!new RegExp(`^[0-9a-fA-F]{${hexLength[fast]}}$`).test(text)) return wrong("hash");
    if ((order === undefined) !== !salt) return wrong("salt");
    return { ok: true, hash: { digest: text.toLowerCase(), ...(salt ? { salt } : {}) } };
  }
  if (salt) return wrong("salt");
  return whole(format as Whole, text);
}

/** The digest that a typed password has: it is the platform's where the password is. `hash`: as `readLegacyHash` gave it. */
export async function legacyDigest(
  format: LegacyHashFormat,
  password: string,
  { salt = "", setting = "" }: Omit<LegacyHash, "digest">,
): Promise<string> {
  const { fast, order } = fastOf(format);
  if (fast !== undefined) {
    const parts = { "salt-password": salt + password, "password-salt": password + salt };
    return createHash(fast)
      .update(order === undefined ? password : parts[order], "utf8")
      .digest("hex");
  }
  if (format === "phpass") return phpassDigest(setting, password);
  if (format === "argon2") return argon2Digest(setting, password);
  // Only who has such an account loads it.
  const { hash } = await import("bcryptjs");
  return (await hash(password, setting)).slice(setting.length);
}

type Whole = "bcrypt" | "phpass" | "argon2";

function whole(format: Whole, text: string): ReadLegacyHash {
  if (format === "bcrypt") {
    const [, setting = "", cost, digest = ""] = bcryptShape.exec(text) ?? [];
    if (cost === undefined) return wrong("hash");
    if (Number(cost) < bcryptCost.least || Number(cost) > bcryptCost.most) return wrong("cost");
    return { ok: true, hash: { digest, setting } };
  }
  if (format === "phpass") {
    const read = readPhpass(text);
    if (read === "cost") return wrong("cost");
    return read === undefined ? wrong("hash") : { ok: true, hash: read };
  }
  const line = readArgon2Line(text);
  // The same line with costs that are certainly within bounds tells which of the two is wrong.
  if (line === undefined)
    return wrong(readArgon2Line(text.replace(/\$m=\d+,t=\d+,p=\d+\$/, "$m=64,t=1,p=1$")) ? "cost" : "hash");
  return { ok: true, hash: { digest: phcText(line.tag), setting: settingOf(line) } };
}

/** Where the tag stood, zeros: its length belongs to the setting. */
const settingOf = (line: NonNullable<ReturnType<typeof readArgon2Line>>): string =>
  `${argon2Head(line)}$${phcText(Buffer.alloc(line.tag.length))}`;

async function argon2Digest(setting: string, password: string): Promise<string> {
  const line = readArgon2Line(setting);
  if (line === undefined) throw new Error("the setting of an argon2 hash cannot be read");
  return phcText(await argon2Tag(line, line.tag.length, password));
}

function fastOf(format: LegacyHashFormat): { fast?: Fast; order?: "salt-password" | "password-salt" } {
  const [, fast, order] = /^(md5|sha1|sha256)(?:-(salt-password|password-salt))?$/.exec(format) ?? [];
  if (fast === undefined) return {};
  return { fast: fast as Fast, ...(order === undefined ? {} : { order: order as "salt-password" | "password-salt" }) };
}

const wrong = (problem: LegacyHashProblem): ReadLegacyHash => ({ ok: false, problem });
