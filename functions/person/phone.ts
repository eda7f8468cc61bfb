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

/** `+886912345678` as a person writes it: `0912-345-678`. Anything but the E.164 form of a Taiwan mobile comes back as it is. */
export function formatMobile(e164: string): string {
  const digits = /^\+886(9[0-9]{2})([0-9]{3})([0-9]{3})$/.exec(e164);
  return digits ? `0${digits[1]}-${digits[2]}-${digits[3]}` : e164;
}
