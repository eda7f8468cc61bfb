import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const deriveKey = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const saltBytes = 16;
const keyBytes = 32;

/** What a hash costs as the logarithm of scrypt's N: 14 is about 31 ms of CPU, on a worker thread. */
export const usualCost = 14;

export interface PasswordHashes {
  /** `$scrypt$ln=<cost>,r=8,p=1$<salt>$<key>`. */
  hash(password: string): Promise<string>;
  /** Whether the password is the one of the hash; without a hash (no such user) the same work is done and the answer is no. */
  isPasswordOf(password: string, hash: string | undefined): Promise<boolean>;
}

/** Hashes with scrypt at this cost; one of another cost is compared at its own. */
export function passwordHashes(cost: number = usualCost): PasswordHashes {
  // No password gives a key of zeros.
  const nobodys = line(cost, "A".repeat(22), "A".repeat(43));
  return {
    async hash(password) {
      const salt = randomBytes(saltBytes);
      return line(cost, salt.toString("base64url"), (await derive(password, salt, cost)).toString("base64url"));
    },
    async isPasswordOf(password, hash = nobodys) {
      const [, , setting = "", salt = "", key = ""] = hash.split("$");
      const kept = Number(/^ln=(\d+),/.exec(setting)?.[1]);
      const derived = await derive(password, Buffer.from(salt, "base64url"), kept);
      return timingSafeEqual(derived, Buffer.from(key, "base64url"));
    },
  };
}

const derive = (password: string, salt: Buffer, cost: number) =>
  deriveKey(password, salt, keyBytes, { N: 2 ** cost, r: 8, p: 1 });

const line = (cost: number, salt: string, key: string) => `$scrypt$ln=${cost},r=8,p=1$${salt}$${key}`;
