/** Crockford's base 32: no I, L, O, U, so that nobody reads or says one for another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 32 divides 256: every letter is as likely as any other. */
const letters = (bytes: Uint8Array, count: number): string =>
  Array.from({ length: count }, (_, place) => alphabet[(bytes[place] ?? 0) & 31]).join("");

const taipei = 8 * 3_600_000;

/** How many random bytes a number and a code are made of. */
export const caseNumberBytes = 6;
export const caseCodeBytes = 8;

/**
 * `20261121-7K4M2Q`: the day in Taipei and 30 random bits, for quoting on the telephone. Two cases of a day may meet: whoever writes
 * one makes sure (by key) that it is the only one. `now` in epoch milliseconds.
 */
export function caseNumber(now: number, bytes: Uint8Array): string {
  const day = new Date(now + taipei).toISOString().slice(0, 10).replaceAll("-", "");
  return `${day}-${letters(bytes, caseNumberBytes)}`;
}

/** Eight letters, 40 random bits: with the number it opens the status page. */
export const caseCode = (bytes: Uint8Array): string => letters(bytes, caseCodeBytes);

/** What a person typed of a number or a code: only letters and digits count, whatever their width and case; I and L are 1, O is 0. */
const folded = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/[IL]/g, "1")
    .replaceAll("O", "0");

/** The pair as it was given out. Of anything else, something that no case has; never empty, since it is looked up all the same. */
export function readPair(typed: { number: string; code: string }): { number: string; code: string } {
  const number = folded(typed.number);
  return { number: `${number.slice(0, 8)}-${number.slice(8)}`, code: folded(typed.code) };
}
