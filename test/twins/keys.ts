import { createHash } from "node:crypto";
import type { KeyPurpose, Keys } from "../../functions/ports/keys.ts";
import type { TwinParts } from "./memory.ts";

/** A key ring in memory: what is sealed stays here and leaves only a random word; a hash is keyed by a word of this ring. */
export function keysTwin(ids: TwinParts["ids"]): Keys {
  const ring = ids.secret();
  const sealed = new Map<string, { purpose: KeyPurpose; text: string }>();
  const hash = (...parts: string[]) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
  return {
    mac: async (purpose, text) => hash(ring, "mac", purpose, text),
    secret: async (purpose) => hash(ring, "secret", purpose),
    async seal(purpose, value) {
      const word = ids.secret();
      sealed.set(word, { purpose, text: JSON.stringify(value) });
      return word;
    },
    async unseal(purpose, word) {
      const kept = sealed.get(word);
      return kept?.purpose === purpose ? JSON.parse(kept.text) : undefined;
    },
  };
}
