import type { Policy } from "../contract/policy.ts";
import { normalizePassword } from "../person/password.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { PasswordHistory } from "../ports/password-history.ts";
import type { Argon2Cost } from "./argon2-line.ts";
import { hasHash, slowHash } from "./slow-hash.ts";

/** Slow hashes, each with its own salt, sealed under the key ring: a stolen table alone has nothing to guess at. */
export function sealedPasswordHistory(parts: {
  keys: Keys;
  ids: Ids;
  policy: Policy;
  slowCost?: Argon2Cost | undefined;
}): PasswordHistory {
  const { keys, ids, policy, slowCost } = parts;
  return {
    async isRecent(kept, password) {
      const hashes = await open(kept);
      const compared = await Promise.all(hashes.map((hash) => hasHash(hash, normalizePassword(password))));
      return compared.includes(true);
    },
    async next(kept, password) {
      const [before, hash] = await Promise.all([open(kept), slowHash(ids, normalizePassword(password), slowCost)]);
      return keys.seal("password-history", [hash, ...before].slice(0, policy.passwordHistory));
    },
  };

  /** Throws when it cannot be opened: a rule that cannot be checked is not taken as kept. */
  async function open(kept: string | undefined): Promise<readonly string[]> {
    if (kept === undefined) return [];
    const hashes = (await keys.unseal("password-history", kept)) as readonly string[] | undefined;
    if (hashes === undefined) throw new Error("the last passwords of an account cannot be opened with this key ring");
    return hashes.slice(0, policy.passwordHistory);
  }
}
