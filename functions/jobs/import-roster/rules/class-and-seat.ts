import { readNumber, readSeatNumber, wordsPattern } from "../../../person/number-words.ts";
import { plainText } from "../../../person/text.ts";

/** 六年 before 三班. */
const gradeBefore = new RegExp(`^(?:[0-9]{1,2}|${wordsPattern})年級?`);

export type ReadClass = { ok: true; class: string | undefined } | { ok: false; reason: "class-unreadable" };
export type ReadSeat = { ok: true; seat: number | undefined } | { ok: false; reason: "seat-range" };

/**
 * 班級 as schools write it: `3`, `03`, `三班`, `六年三班` are all class 3; `忠`, `甲班` and `資訊一甲` keep their words. Letters and digits
 * only, at most 20 characters: the class is shown to people and printed on lists. Blank is allowed.
 */
export function readClass(text: string): ReadClass {
  const plain = plainText(text);
  if (plain === "") return { ok: true, class: undefined };
  const word = plain.replace(gradeBefore, "").replace(/班$/, "");
  const number = readNumber(word);
  if (number !== undefined)
    return number > 0 ? { ok: true, class: String(number) } : { ok: false, reason: "class-unreadable" };
  return /^[\p{L}\p{N}-]{1,20}$/u.test(word) ? { ok: true, class: word } : { ok: false, reason: "class-unreadable" };
}

/** 座號 1–99, as `5`, `05` or `5號`. Blank is allowed. */
export function readSeat(text: string): ReadSeat {
  const plain = plainText(text);
  if (plain === "" || plain === "號") return { ok: true, seat: undefined };
  const seat = readSeatNumber(plain);
  return seat === undefined ? { ok: false, reason: "seat-range" } : { ok: true, seat };
}
