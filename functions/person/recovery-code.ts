// Recovery codes of a second factor: 80 random bits in Crockford's Base32, written in four groups so that they can be copied by hand.

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 10 bytes → `K7QM-0X4P-W2RT-8HVN`. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** The 16 letters of what was typed, or undefined when it is no such code. Case, spaces and hyphens are free; O is 0, I and L are 1. */
export function normalizeRecoveryCode(typed: string): string | undefined {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? letters : undefined;
}
