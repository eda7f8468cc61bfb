// Masks: enough for the owner to know the thing again, too little for a stranger to use it.

/**
 * 王小明 → 王○明, 王明 → 王○, 歐陽小明 → 歐○○明: first and last stay, one ○ for each character between.
 * Latin words keep their first letter and hide their length: "John Smith" → "J○○ S○○".
 */
export function maskName(name: string): string {
  const shown = name
    .normalize("NFC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .trim();
  if (/^[\p{sc=Latin}\p{M}\p{P}\p{White_Space}]+$/u.test(shown)) {
    const words = shown.split(/[\p{P}\p{White_Space}]+/u).filter((word) => word !== "");
    return words.map((word) => `${[...word][0]}○○`).join(" ") || "○";
  }
  const characters = [...shown.replace(/\p{White_Space}/gu, "")];
  if (characters.length < 2) return "○";
  if (characters.length === 2) return `${characters[0]}○`;
  return `${characters[0]}${"○".repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** wang@gmail.com → w***@gmail.com, whatever the length before @. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? "***" : `${[...email][0]}***${email.slice(at)}`;
}

/** +886912345678 → 0912***678. What is no Taiwan mobile in E.164 form becomes stars only. */
export function maskMobile(e164: string): string {
  const digits = /^\+886(9[0-9]{2})[0-9]{3}([0-9]{3})$/.exec(e164);
  return digits ? `0${digits[1]}***${digits[2]}` : "***";
}

/** A123456789 → A12*****89, so half of itself at most; an ID of fewer than ten characters shows its first one only. */
export function maskPersonId(id: string): string {
  const [head, tail] = id.length < 10 ? [1, 0] : [3, 2];
  return `${id.slice(0, head)}${"*".repeat(Math.max(0, id.length - head - tail))}${id.slice(id.length - tail)}`;
}
