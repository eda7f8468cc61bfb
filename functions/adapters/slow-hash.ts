import { argon2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Ids } from "../ports/ids.ts";

const derive = promisify(argon2);

/** argon2id with 19 MiB, two passes, one lane (OWASP's least; security plan, ASVS 11.4.2): about 30 ms of a CPU, off the event loop. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const [saltBytes, tagBytes] = [16, 32];
/** The PHC string format, so that a later cost can stand beside this one. */
const head = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;

/** A hash that no password has, for whom there is none: the same work is done. */
export const nobodysHash = `${head}$${phc(Buffer.alloc(saltBytes))}$${phc(Buffer.alloc(tagBytes))}`;

/** The hash of a password with a salt of its own, as one line of text. */
export async function slowHash(ids: Ids, password: string): Promise<string> {
  const salt = ids.bytes(saltBytes);
  return `${head}$${phc(salt)}$${phc(await tagOf(password, salt))}`;
}

/** Whether a password has this hash, compared in constant time. Throws on a line that `slowHash` did not write. */
export async function hasHash(line: string, password: string): Promise<boolean> {
  const [salt, tag, ...more] = line.startsWith(`${head}$`) ? line.slice(head.length + 1).split("$") : [];
  if (salt === undefined || tag === undefined || more.length > 0)
    throw new Error("a password hash is of no known form");
  const wanted = Buffer.from(tag, "base64");
  const given = await tagOf(password, Buffer.from(salt, "base64"));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

const tagOf = (message: string, nonce: Uint8Array): Promise<Buffer> =>
  derive("argon2id", { ...cost, message, nonce, tagLength: tagBytes });

function phc(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}
