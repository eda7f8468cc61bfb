import { argon2 } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

export interface Argon2Cost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** A password hash in the PHC string format: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>`. */
export interface Argon2Line extends Argon2Cost {
  readonly kind: "argon2id" | "argon2i";
  readonly salt: Buffer;
  readonly tag: Buffer;
}

/** What one comparison may cost at most, whoever wrote the line. */
const most: Argon2Cost = { memory: 65_536, passes: 10, parallelism: 8 };
/** RFC 9106 §3.1 has 8 bytes of salt and 4 of tag at least; a tag that short would be met by chance. */
const bytes = { salt: { least: 8, most: 64 }, tag: { least: 16, most: 64 } } as const;

const shape = /^\$(argon2id|argon2i)\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Reads a line; undefined when it is not one, or would cost more than is done for anybody. */
export function readArgon2Line(line: string): Argon2Line | undefined {
  const [, kind, memory, passes, parallelism, salt = "", tag = ""] = shape.exec(line) ?? [];
  if (kind === undefined) return undefined;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const read = { ...cost, kind: kind as Argon2Line["kind"], salt: bytesOf(salt), tag: bytesOf(tag) };
  return isWithin(cost) && fits(read.salt, bytes.salt) && fits(read.tag, bytes.tag) ? read : undefined;
}

/** Everything of a line but the tag, in its form. */
export const argon2Head = ({
  kind,
  memory,
  passes,
  parallelism,
  salt,
}: Omit<Argon2Line, "tag" | "salt"> & { readonly salt: Uint8Array }) =>
  `$${kind}$v=19$m=${memory},t=${passes},p=${parallelism}$${phcText(salt)}`;

/** The tag a password has under a line's cost and salt, off the event loop. */
export function argon2Tag(
  { kind, memory, passes, parallelism, salt }: Omit<Argon2Line, "tag" | "salt"> & { readonly salt: Uint8Array },
  tagLength: number,
  password: string,
): Promise<Buffer> {
  return derive(kind, { memory, passes, parallelism, nonce: salt, message: password, tagLength });
}

/** Base64 without padding, as PHC strings have it. */
export function phcText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}

const bytesOf = (text: string): Buffer => Buffer.from(text, "base64");

const fits = ({ length }: Buffer, allowed: { readonly least: number; readonly most: number }): boolean =>
  length >= allowed.least && length <= allowed.most;

/** RFC 9106 §3.1: eight KiB a lane at least. */
const isWithin = ({ memory, passes, parallelism }: Argon2Cost): boolean =>
  parallelism >= 1 &&
  passes >= 1 &&
  memory >= 8 * parallelism &&
  memory <= most.memory &&
  passes <= most.passes &&
  parallelism <= most.parallelism;
