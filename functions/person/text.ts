/** What no field of a person may hold: T28 (NUL, bad encoding, bidi tricks) and T24 (CR/LF that would split a mail header). */
export type ForbiddenCharacter = "nul" | "control" | "bidi" | "unpaired-surrogate";

// U+2028 and U+2029 are not of category Cc, yet they break a line in a log viewer, in a mail and in JavaScript.
const control = /[\p{Cc}\u2028\u2029]/u;
const controlBesidesLines = /(?![\n\t])\p{Cc}|[\u2028\u2029]/u;

/**
 * The first kind of character in `text` that must not enter the service, or undefined when the text is clean.
 * Text is one line unless `lines` is true: then LF, CR LF and tab pass (the description of a problem, M70).
 * The Bidi_Control property (Unicode UAX #9) covers the overrides, embeddings, isolates and the three marks.
 */
export function findForbiddenCharacter(
  text: string,
  options: { lines?: boolean } = {},
): ForbiddenCharacter | undefined {
  if (text.includes("\0")) return "nul";
  if (/\p{Cs}/u.test(text)) return "unpaired-surrogate";
  if (/\p{Bidi_Control}/u.test(text)) return "bidi";
  if (options.lines) return controlBesidesLines.test(text.replaceAll("\r\n", "\n")) ? "control" : undefined;
  return control.test(text) ? "control" : undefined;
}

/** What is shown and nobody can be asked to type again, a browser's name: without what must not enter (T23, T28). */
export const withoutForbidden = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/gu, "");

/** Takes off the spaces a hand leaves at either end: U+0020 and the full-width U+3000. A tab or a line end stays, to be refused. */
export function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Half width, no space around: the form in which codes, grades, classes and seats are read. Never for names. */
export function plainText(text: string): string {
  return text.normalize("NFKC").trim();
}

/** The length a person would count: code points of the NFC form, so 𠮷 and é are one each however they were typed. */
export function countCharacters(text: string): number {
  return [...text.normalize("NFC")].length;
}

function isSpace(character: string): boolean {
  return character === " " || character === "\u3000";
}
