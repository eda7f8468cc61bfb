import { parseEmail } from "../../person/email.ts";
import { parseMobile } from "../../person/phone.ts";

export type Contact =
  | { readonly ok: true; readonly email: string }
  | { readonly ok: true; readonly mobile: string }
  | { readonly ok: false; readonly reason: string };

/** 聯絡方式 (M70): an e-mail address or a mobile number, by the rules of both (T12, T24). With an @ it is meant as an address. */
export function contactOf(typed: string): Contact {
  if (/[@\uff20]/.test(typed)) {
    const parsed = parseEmail(typed);
    return parsed.ok ? { ok: true, email: parsed.email } : parsed;
  }
  const parsed = parseMobile(typed);
  return parsed.ok ? { ok: true, mobile: parsed.e164 } : parsed;
}
