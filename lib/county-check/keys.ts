import type { CountyProfile } from "../../functions/contract/counties.ts";
import { type Finding, good, problem, warning } from "./finding.ts";

type Algorithm = Extract<CountyProfile, { protocol: "oidc" }>["algorithms"][number];
type Key = Readonly<Record<string, unknown>>;

/** RSA below 2,048 bits is broken within reach (NIST SP 800-131A). */
const fewestBits = 2_048;

/** Step 3: the county's signing keys (JWK Set, RFC 7517 §5) against the algorithms of the profile. Pure. */
export function checkKeys(
  algorithms: readonly Algorithm[],
  keySet: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  if (!Array.isArray(keySet.keys)) return [problem("文件沒有 keys", "The document has no keys")];
  const keys = keySet.keys.filter((key): key is Key => typeof key === "object" && key !== null);
  const usable = keys.filter((key) => algorithms.some((algorithm) => serves(key, algorithm)));
  const words = algorithms.join(" / ");
  const any =
    usable.length > 0
      ? good(`有 ${usable.length} 把 ${words} 的簽章金鑰`, `${usable.length} signing key(s) for ${words}`)
      : problem(`沒有 ${words} 的簽章金鑰`, `There is no signing key for ${words}`);
  return [any, ...checkIds(usable), ...usable.flatMap(checkSize), ...keys.flatMap(checkSecret)];
}

function serves({ kty, use, alg, crv }: Key, algorithm: Algorithm): boolean {
  if (use !== undefined && use !== "sig") return false;
  if (alg !== undefined && alg !== algorithm) return false;
  return algorithm === "ES256" ? kty === "EC" && crv === "P-256" : kty === "RSA";
}

/** Which key signed is told by its id: without one, or with one twice, a new key cannot be told from the old. */
function checkIds(keys: readonly Key[]): Finding[] {
  const ids = keys.map(({ kid }) => kid);
  const repeated = ids.some((id, index) => id !== undefined && ids.indexOf(id) !== index);
  if (repeated) return [problem("有重複的 kid", "A kid is there twice")];
  if (!ids.includes(undefined))
    return ids.length === 0 ? [] : [good("每把金鑰都有自己的 kid", "Each key has a kid of its own")];
  const words = ["有金鑰沒有 kid", "A key has no kid"] as const;
  return [keys.length > 1 ? problem(...words) : warning(...words)];
}

function checkSize({ kty, kid, n }: Key): Finding[] {
  if (kty !== "RSA") return [];
  const bits = bitsOf(typeof n === "string" ? n : "");
  const name = typeof kid === "string" ? kid : "—";
  if (bits >= fewestBits) return [good(`金鑰 ${name}：${bits} 位元`, `Key ${name}: ${bits} bits`)];
  return [problem(`金鑰 ${name} 只有 ${bits} 位元，至少要 2048`, `Key ${name} has ${bits} bits, 2048 at least`)];
}

/** Bits of a base64url big-endian number, leading zero bytes aside (RFC 7518 §6.3.1.1). */
function bitsOf(base64url: string): number {
  const hex = Buffer.from(base64url, "base64url").toString("hex").replace(/^0+/, "");
  return hex === "" ? 0 : BigInt(`0x${hex}`).toString(2).length;
}

/** Whoever reads the private part, or a shared secret, can sign as the county. */
function checkSecret({ kid, d, k }: Key): Finding[] {
  if (d === undefined && k === undefined) return [];
  const name = typeof kid === "string" ? kid : "—";
  return [
    problem(
      `金鑰 ${name} 把私鑰公開了！請立即換掉`,
      `Key ${name} shows its private part to everybody! Replace it at once`,
    ),
  ];
}
