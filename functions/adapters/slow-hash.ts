import { timingSafeEqual } from "node:crypto";
import type { Ids } from "../ports/ids.ts";
import { type Argon2Cost, argon2Head, argon2Tag, phcText, readArgon2Line } from "./argon2-line.ts";

/** argon2id with 19 MiB, two passes, one lane (OWASP's least; security plan, ASVS 11.4.2): about 30 ms of a CPU, off the event loop. */
export const slowCost: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const kind = "argon2id";
const [saltBytes, tagBytes] = [16, 32];

/** A hash that no password has, for whom there is none: the same work is done. */
export const nobodysHash = (cost: Argon2Cost = slowCost): string =>
  `${argon2Head({ kind, ...cost, salt: Buffer.alloc(saltBytes) })}$${phcText(Buffer.alloc(tagBytes))}`;

/** The hash of a password with a salt of its own, as one line of text in the PHC string format, so that a later cost can stand beside this one. */
export async function slowHash(ids: Ids, password: string, cost: Argon2Cost = slowCost): Promise<string> {
  const line = { kind, ...cost, salt: ids.bytes(saltBytes) } as const;
  return `${argon2Head(line)}$${phcText(await argon2Tag(line, tagBytes, password))}`;
}

/** Whether a password has this hash, by the cost in its line, compared in constant time. Throws on a line that `slowHash` did not write. */
export async function hasHash(line: string, password: string): Promise<boolean> {
  const kept = readArgon2Line(line);
  if (kept?.kind !== kind) throw new Error("a password hash is of no known form");
  const given = await argon2Tag(kept, kept.tag.length, password);
  return timingSafeEqual(kept.tag, given);
}
