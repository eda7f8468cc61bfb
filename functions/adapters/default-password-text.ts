import type { Ids } from "../ports/ids.ts";

/**
 * Twenty characters that nobody takes for another on paper: no 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, Q, U and V only once; no vowels, which
 * make words; no E, which makes 34E67 a number to a spreadsheet. Ten of them are 43 bits.
 */
export const defaultPasswordAlphabet = "34679CDFHJKMNPRTVWXY";

/** A random default password; each character equally likely, since a byte past the last whole multiple is passed over. */
export function defaultPasswordText(ids: Ids, length: number): string {
  const size = defaultPasswordAlphabet.length;
  const fair = 256 - (256 % size);
  let text = "";
  while (text.length < length) {
    for (const byte of ids.bytes(length))
      if (byte < fair && text.length < length) text += defaultPasswordAlphabet[byte % size];
  }
  return text;
}

/** As it was printed, however it was typed: full width, small letters, in groups. */
export const typedDefaultPassword = (text: string): string =>
  text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
