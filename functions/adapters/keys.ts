import { createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from "jose";
import type { KeyPurpose, Keys } from "../ports/keys.ts";
import { secretReader } from "./secrets.ts";

/** `{"current":"k2","lookup":"k1","k1":"<secret>","k2":"<secret>"}`: `current` seals, `lookup` hashes, every key opens. */
type KeyRing = Readonly<Record<string, string>> & { readonly current: string; readonly lookup: string };

const shortestSecret = 32;

/** Keys from one Secrets Manager secret, read once a process; each purpose has its own key by HKDF (RFC 5869). */
export function secretsManagerKeys(secretId: string): Keys {
  const read = secretReader();
  let ring: Promise<KeyRing> | undefined;

  const load = () => {
    ring ??= read(secretId)
      .then(ringIn)
      .catch((error) => {
        ring = undefined;
        throw error;
      });
    return ring;
  };
  const derived = new Map<string, Uint8Array>();
  const derive = (secret: string, keyId: string, purpose: KeyPurpose, use: "mac" | "seal") => {
    const name = `${keyId}/${use}/${purpose}`;
    const known = derived.get(name);
    if (known !== undefined) return known;
    const key = new Uint8Array(hkdfSync("sha256", secret, "educloud-account", name, 32));
    derived.set(name, key);
    return key;
  };
  // Imported once: jose would else import the raw bytes again at each sealing, a third of its cost.
  const imported = new Map<string, Promise<CryptoKey>>();
  const sealingKey = (secret: string, keyId: string, purpose: KeyPurpose) => {
    const name = `${keyId}/${purpose}`;
    const known = imported.get(name) ?? importAesGcm(derive(secret, keyId, purpose, "seal"));
    imported.set(name, known);
    return known;
  };
  // A key object too: raw bytes would be made one again at each hash, which takes six times as long as the hash.
  const hashing = new Map<string, KeyObject>();
  const macKey = async (purpose: KeyPurpose) => {
    const keys = await load();
    const name = `${keys.lookup}/${purpose}`;
    const known = hashing.get(name) ?? createSecretKey(derive(keys[keys.lookup] ?? "", keys.lookup, purpose, "mac"));
    hashing.set(name, known);
    return known;
  };

  return {
    async mac(purpose, text) {
      return createHmac("sha256", await macKey(purpose))
        .update(text)
        .digest("base64url");
    },
    async secret(purpose) {
      return (await macKey(purpose)).export().toString("base64url");
    },
    async seal(purpose, value) {
      const keys = await load();
      const key = await sealingKey(keys[keys.current] ?? "", keys.current, purpose);
      return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
        .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: keys.current })
        .encrypt(key);
    },
    async unseal(purpose, sealed) {
      const keys = await load();
      try {
        const { kid = "" } = decodeProtectedHeader(sealed);
        const secret = /^k\d+$/.test(kid) ? keys[kid] : undefined;
        if (secret === undefined) return undefined;
        const opened = await compactDecrypt(sealed, await sealingKey(secret, kid, purpose), {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
        });
        return JSON.parse(new TextDecoder().decode(opened.plaintext));
      } catch {
        return undefined;
      }
    },
  };
}

const importAesGcm = (key: Uint8Array) =>
  crypto.subtle.importKey("raw", Uint8Array.from(key), "AES-GCM", false, ["encrypt", "decrypt"]);

function ringIn(secret = "{}"): KeyRing {
  const ring = JSON.parse(secret) as KeyRing;
  for (const keyId of [ring.current, ring.lookup]) {
    if ((ring[keyId]?.length ?? 0) < shortestSecret) throw new Error("the key ring names a key that it does not hold");
  }
  return ring;
}
