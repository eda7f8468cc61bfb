import { describe, expect, test } from "vitest";
import { legacyDigest, readLegacyHash } from "../../functions/adapters/legacy-hash.ts";
import type { LegacyHashFormat } from "../../functions/contract/legacy.ts";

/** The digest that the password gives, with the salt and cost of the stored hash, and the stored one. */
async function both(format: LegacyHashFormat, hash: string, password: string, salt?: string) {
  const read = readLegacyHash(format, hash, salt);
  if (!read.ok) throw new Error(read.problem);
  return { stored: read.hash.digest, typed: await legacyDigest(format, password, read.hash) };
}

/** Under the mark of today: its salt is one letter 21 times. */
const newerBcrypt = `$2b$05$${"X".repeat(21)}OAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a`;

/** Hash, password and salt, from the documents named. */
const vectors: [LegacyHashFormat, string, string, string?][] = [
  // RFC 1321 A.5; FIPS 180 examples of "abc"; the salted ones are "a" + "bc" and "ab" + "c" of the same.
  ["md5", "900150983cd24fb0d6963f7d28e17f72", "abc"],
  ["md5-salt-password", "900150983CD24FB0D6963F7D28E17F72", "bc", "a"],
  ["md5-password-salt", "900150983cd24fb0d6963f7d28e17f72", "ab", "c"],
  ["sha1", "a9993e364706816aba3e25717850c26c9cd0d89d", "abc"],
  ["sha1-salt-password", "a9993e364706816aba3e25717850c26c9cd0d89d", "bc", "a"],
  ["sha1-password-salt", "a9993e364706816aba3e25717850c26c9cd0d89d", "ab", "c"],
  ["sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc"],
  ["sha256-salt-password", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "bc", "a"],
  ["sha256-password-salt", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "ab", "c"],
  // crypt_blowfish 1.3, wrapper.c; the same under the mark that PHP writes.
  ["bcrypt", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", "U*U"],
  ["bcrypt", "$2y$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK", "U*U*"],
  ["bcrypt", newerBcrypt, "U*U*U"],
  // phpass 0.5, test.php; phpBB 3 writes the same under another mark.
  ["phpass", "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0", "test12345"],
  ["phpass", "$H$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0", "test12345"],
  // The reference implementation's src/test.c, version 0x13.
  ["argon2", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", "password"],
  ["argon2", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "password"],
  ["argon2", "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA", "password"],
];

describe("M82, the hashes of legacy platforms by their own documents", () => {
  test.each(vectors)("%s %s", async (format, hash, password, salt) => {
    const right = await both(format, hash, password, salt);
    expect(right.typed).toBe(right.stored);
    const wrong = await both(format, hash, `${password}x`, salt);
    expect(wrong.typed).not.toBe(wrong.stored);
  });

  test("a password is its UTF-8 bytes", async () => {
    // printf 密碼 | md5sum
    const { stored, typed } = await both("md5", "6662c848a80c30c8d042bfd17cf5ae2c", "密碼");
    expect(typed).toBe(stored);
  });
});

describe("what no import takes", () => {
  const phpass = "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0";
  const argon2 = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
  test.each<[string, LegacyHashFormat, string, string | undefined, string]>([
    ["a password in place of its hash", "md5", "secret1234", undefined, "hash"],
    ["a hash of another length", "sha1", "900150983cd24fb0d6963f7d28e17f72", undefined, "hash"],
    ["no salt where the format has one", "md5-salt-password", "900150983cd24fb0d6963f7d28e17f72", undefined, "salt"],
    ["an empty salt", "md5-salt-password", "900150983cd24fb0d6963f7d28e17f72", "", "salt"],
    ["a salt that is part of nothing", "md5", "900150983cd24fb0d6963f7d28e17f72", "a", "salt"],
    ["a salt beside a line that has its own", "bcrypt", newerBcrypt, "a", "salt"],
    ["bcrypt of the faulty kind", "bcrypt", newerBcrypt.replace("2b", "2x"), undefined, "hash"],
    ["bcrypt cut off", "bcrypt", newerBcrypt.slice(0, -1), undefined, "hash"],
    ["bcrypt that takes a day", "bcrypt", newerBcrypt.replace("$05$", "$31$"), undefined, "cost"],
    ["phpass of 2^30 rounds", "phpass", phpass.replace("$9", "$S"), undefined, "cost"],
    ["phpass cut off", "phpass", phpass.slice(0, -1), undefined, "hash"],
    ["argon2 of another version", "argon2", argon2.replace("v=19", "v=16"), undefined, "hash"],
    ["argon2 of the kind that no platform had", "argon2", argon2.replace("argon2id", "argon2d"), undefined, "hash"],
    ["argon2 with 128 MiB", "argon2", argon2.replace("m=256", "m=131072"), undefined, "cost"],
    ["argon2 with 11 passes", "argon2", argon2.replace("t=2", "t=11"), undefined, "cost"],
    ["argon2 with a tag of three bytes", "argon2", argon2.replace(/[^$]+$/, "AAAA"), undefined, "hash"],
  ])("%s", (_, format, hash, salt, problem) => {
    expect(readLegacyHash(format, hash, salt)).toEqual({ ok: false, problem });
  });
});
