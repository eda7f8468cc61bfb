import { findForbiddenCharacter, trimSpaces } from "./text.ts";

export type MobileProblem = "empty" | "characters" | "length" | "not-mobile" | "personal-number" | "foreign";
export type ParsedMobile = { ok: true; e164: string } | { ok: false; reason: MobileProblem };

/**
 * Reads a Taiwan mobile number: 0912-345-678, 0912 345 678, +886 912 345 678, 886912345678, (0912)345678, full width too.
 * E.164 (ITU) drops the trunk 0, so "+886 0912…", a usual slip, is read as meant. Other countries are refused: a text
 * message there is the attacker's profit (T12).
 * 099x are personal numbers, not mobiles: libphonenumber, metadata of TW (mobile 9[0-8]…, personalNumber 99…).
 */
export function parseMobile(text: string): ParsedMobile {
  if (findForbiddenCharacter(text)) return { ok: false, reason: "characters" };
  const typed = trimSpaces(text).normalize("NFKC");
  if (typed === "") return { ok: false, reason: "empty" };
  if (!/^\+?[0-9 ().\u2010-\u2015\u2212-]+$/.test(typed)) return { ok: false, reason: "characters" };
  const number = typed.replace(/[^+0-9]/g, "");
  if (number.startsWith("+") && !number.startsWith("+886")) return { ok: false, reason: "foreign" };
  const prefix = /^(?:\+?8860?|0)/.exec(number)?.[0];
  if (prefix === undefined) return { ok: false, reason: "not-mobile" };
  const subscriber = number.slice(prefix.length);
  if (!subscriber.startsWith("9")) return { ok: false, reason: "not-mobile" };
  if (subscriber.length !== 9) return { ok: false, reason: "length" };
  return subscriber.startsWith("99")
    ? { ok: false, reason: "personal-number" }
    : { ok: true, e164: `+886${subscriber}` };
}

export type PhoneProblem = "characters" | "length";
export type ParsedPhone = { ok: true; phone: string } | { ok: false; reason: PhoneProblem };

/** An extension behind the number: #12, ext. 12, 分機12, 轉12. */
const extension = /(?:#|ext\.?|分機|轉)\s*[0-9]{1,6}$/i;

/**
 * Reads a telephone number that nothing is sent to (M20): any country's, of a house or a mobile, with an extension or without. It comes
 * back as it was typed, half width and without spaces around it. Seven digits at least, a local number; fifteen at most (E.164).
 */
export function parsePhone(text: string): ParsedPhone {
  if (findForbiddenCharacter(text)) return { ok: false, reason: "characters" };
  const phone = trimSpaces(text).normalize("NFKC");
  const number = phone.replace(extension, "");
  if (!/^\+?[0-9 ()./\u2010-\u2015\u2212-]+$/.test(number)) return { ok: false, reason: "characters" };
  const digits = number.replace(/[^0-9]/g, "").length;
  return digits < 7 || digits > 15 ? { ok: false, reason: "length" } : { ok: true, phone };
}

/** `+886912345678` as a person writes it: `0912-345-678`. Anything but the E.164 form of a Taiwan mobile comes back as it is. */
export function formatMobile(e164: string): string {
  const digits = /^\+886(9[0-9]{2})([0-9]{3})([0-9]{3})$/.exec(e164);
  return digits ? `0${digits[1]}-${digits[2]}-${digits[3]}` : e164;
}
