// Numbers of grades, classes and seats as schools and counties write them: in digits, or 一 to 九十九 in words.

const digits = "一二三四五六七八九";

/** What may be a number in words, for use in a pattern. `readNumber` tells whether it is one. */
export const wordsPattern = `[${digits}十]{1,3}`;

/** 0–999 in digits, or 一 to 九十九 in words (`十二`, `二十`, `二十三`); undefined for all else (`-1`, `3.5`, `三十十`). */
export function readNumber(text: string): number | undefined {
  if (/^[0-9]{1,3}$/.test(text)) return Number(text);
  const parts = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!parts || text === "") return undefined;
  const [, tens = "", ten = "", ones = ""] = parts;
  if (ten) return (tens ? worth(tens) : 1) * 10 + worth(ones);
  return tens && ones ? undefined : worth(tens || ones);
}

/** 座號 1–99, as `5`, `05`, `五` or `5號`; undefined for all else. */
export function readSeatNumber(text: string): number | undefined {
  const seat = readNumber(text.replace(/號$/, ""));
  return seat !== undefined && seat >= 1 && seat <= 99 ? seat : undefined;
}

function worth(word: string): number {
  return word === "" ? 0 : digits.indexOf(word) + 1;
}
