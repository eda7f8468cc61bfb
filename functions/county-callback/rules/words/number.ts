const digits = "一二三四五六七八九";
const inWords = "[一二三四五六七八九十]{1,3}";
/** A number of a grade, class or seat as counties write it, for use in a pattern. */
export const numberPattern = `(?:[0-9]{1,3}|${inWords})`;

/** 0–999 in digits, or 一 to 九十九 in words; undefined for all else (`-1`, `3.5`, `三十十`). */
export function numberIn(text: string): number | undefined {
  if (/^[0-9]{1,3}$/.test(text)) return Number(text);
  const parts = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!parts || text === "") return undefined;
  const [, tens = "", ten = "", ones = ""] = parts;
  if (ten) return (tens ? worth(tens) : 1) * 10 + worth(ones);
  return tens && ones ? undefined : worth(tens || ones);
}

function worth(word: string): number {
  return word === "" ? 0 : digits.indexOf(word) + 1;
}
