const digits = "一二三四五六七八九";

/** A number of up to three digits, or 一 to 九十九 in words (`十二`, `二十`, `二十三`). Anything else: undefined. */
export function readNumber(text: string): number | undefined {
  if (/^[0-9]{1,3}$/.test(text)) return Number(text);
  const words = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!words || text === "") return undefined;
  const [, tens = "", ten = "", ones = ""] = words;
  if (ten) return (tens ? worth(tens) : 1) * 10 + worth(ones);
  return tens && ones ? undefined : worth(tens || ones);
}

/** Half width, no space around: the form in which codes, grades, classes and seats are read. Never for names. */
export function plainText(text: string): string {
  return text.normalize("NFKC").trim();
}

function worth(word: string): number {
  return word === "" ? 0 : digits.indexOf(word) + 1;
}
