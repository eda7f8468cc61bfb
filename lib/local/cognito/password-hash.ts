import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const deriveKey = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const cost = { N: 2 ** 14, r: 8, p: 1 };
const saltBytes = 16;
const keyBytes = 32;

/** Hashes with scrypt (about 31 ms of CPU, on a worker thread) into `$scrypt$ln=14,r=8,p=1$<salt>$<key>`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await deriveKey(password, salt, keyBytes, cost);
  return `$scrypt$ln=14,r=8,p=1$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** What an unknown user's password is compared with: the same work, and no password gives a key of zeros. */
const nobodysHash = `$scrypt$ln=14,r=8,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Whether the password is the one of the hash; without a hash (no such user) the same work is done and the answer is no. */
export async function isPasswordOf(password: string, hash: string = nobodysHash): Promise<boolean> {
  const [, , , salt = "", key = ""] = hash.split("$");
  const derived = await deriveKey(password, Buffer.from(salt, "base64url"), keyBytes, cost);
  return timingSafeEqual(derived, Buffer.from(key, "base64url"));
}
