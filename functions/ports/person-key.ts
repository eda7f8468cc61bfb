import { createHash } from "node:crypto";
import type { Keys } from "./keys.ts";

/** Lower-case hex SHA-256 of a normalised ID number: the form in which counties tell whose record it is (`guid`). */
export const personDigest = (personId: string): string => createHash("sha256").update(personId).digest("hex");

/**
 * How roster and claims know a person: a keyed hash over the digest, so that both an ID that was typed and a digest that a county
 * gave lead to the same row (decision 008). Nobody without the key ring can go from either to the other.
 */
export const personKeyOf = (keys: Keys, digest: string): Promise<string> => keys.mac("person-id", digest);
