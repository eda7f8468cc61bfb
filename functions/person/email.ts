import { findForbiddenCharacter, trimSpaces } from "./text.ts";

export type EmailProblem =
  | "empty"
  | "too-long"
  | "white-space"
  | "full-width"
  | "characters"
  | "at"
  | "local-part"
  | "domain";
export type ParsedEmail = { ok: true; email: string } | { ok: false; reason: EmailProblem };

/** RFC 5321 §4.5.3.1: 64 octets before @, and 254 in all since a path of 256 has its two brackets. */
const longest = { beforeAt: 64, whole: 254 };
/** RFC 5321 §4.1.2: a dot-atom. The quoted form is left out: nobody has one, and it is where injections hide (T24). */
const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
/** RFC 1035 §2.3.1 labels of at most 63, at least two of them; the last has two characters or more and is no number (an IP address). */
const domainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?![0-9]+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Reads an e-mail address (M18, M20). The domain comes back in lower case; the part before @ keeps its case, which only
 * its own host may judge. ASCII only, and never folded into it: an address that looks like another is refused,
 * so two accounts cannot meet in one mailbox by way of a look-alike character.
 */
export function parseEmail(text: string): ParsedEmail {
  if (findForbiddenCharacter(text))
    return { ok: false, reason: /[\t\n\v\f\r\u0085\u2028\u2029]/.test(text) ? "white-space" : "characters" };
  const typed = trimSpaces(text);
  if (typed === "") return { ok: false, reason: "empty" };
  if (typed.length > longest.whole) return { ok: false, reason: "too-long" };
  if (/\s/.test(typed)) return { ok: false, reason: "white-space" };
  if (/[\uff01-\uff5e]/.test(typed)) return { ok: false, reason: "full-width" };
  if (/[^\x21-\x7e]/.test(typed)) return { ok: false, reason: "characters" };
  const [beforeAt = "", host, ...more] = typed.split("@");
  if (host === undefined || more.length > 0) return { ok: false, reason: "at" };
  if (beforeAt.length > longest.beforeAt || !dotAtom.test(beforeAt)) return { ok: false, reason: "local-part" };
  const domain = host.toLowerCase();
  return domainName.test(domain) ? { ok: true, email: `${beforeAt}@${domain}` } : { ok: false, reason: "domain" };
}
