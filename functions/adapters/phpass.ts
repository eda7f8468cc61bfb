import { createHash } from "node:crypto";

/** Its own base64: least significant bits first, digits before letters. */
const alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** `$P$` (phpass, WordPress) or `$H$` (phpBB 3, the same), the rounds as a power of two, a salt of eight, 22 of digest. */
const shape = /^(\$[PH]\$)([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{22})$/;

/** 2^16 rounds of MD5 take under a tenth of a second; phpBB wrote 2^11, WordPress 2^13. */
const rounds = { least: 7, most: 16 } as const;

/** A line's setting (all before the digest) and its digest; `cost` when it has more rounds than are done for anybody, else undefined. */
export function readPhpass(line: string): { readonly setting: string; readonly digest: string } | "cost" | undefined {
  const [, mark = "", power = "", salt = "", digest = ""] = shape.exec(line) ?? [];
  if (mark === "") return undefined;
  const exponent = alphabet.indexOf(power);
  if (exponent < rounds.least || exponent > rounds.most) return "cost";
  return { setting: `${mark}${power}${salt}`, digest };
}

/**
 * The portable hash of phpass 0.5 ("Portable PHP password hashing framework", `crypt_private`), of a setting that `readPhpass` gave. Its
 * few lines stand here since no kept library has it. Half a thousand rounds at a time, so that other requests go on.
 */
export async function phpassDigest(setting: string, password: string): Promise<string> {
  const text = Buffer.from(password, "utf8");
  const count = 2 ** alphabet.indexOf(setting.charAt(3));
  let hash = md5(Buffer.from(setting.slice(4), "latin1"), text);
  for (let round = 0; round < count; round += 1) {
    hash = md5(hash, text);
    if (round % 512 === 511) await new Promise(setImmediate);
  }
  return encoded(hash);
}

const md5 = (first: Uint8Array, then: Uint8Array): Buffer => createHash("md5").update(first).update(then).digest();

/** Three bytes are four characters, the lowest six bits first; of the last byte alone, two. */
function encoded(bytes: Buffer): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 3) {
    const group = bytes.subarray(from, from + 3);
    let value = group.reduce((sum, byte, place) => sum | (byte << (8 * place)), 0);
    for (let left = group.length + 1; left > 0; left -= 1) {
      text += alphabet[value & 63];
      value >>= 6;
    }
  }
  return text;
}
