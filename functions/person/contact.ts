import { type EmailProblem, parseEmail } from "./email.ts";
import { maskEmail, maskMobile } from "./masks.ts";
import { type MobileProblem, parseMobile } from "./phone.ts";

/** The two ways to reach a person, as the contract names them. */
export type ContactChannel = "email" | "sms";

export type ParsedContact = { ok: true; value: string } | { ok: false; problem: EmailProblem | MobileProblem };

/** One contact as it was typed (M18): an address as `parseEmail` gives it, a mobile in E.164. */
export function parseContact(channel: ContactChannel, text: string): ParsedContact {
  if (channel === "email") {
    const parsed = parseEmail(text);
    return parsed.ok ? { ok: true, value: parsed.email } : { ok: false, problem: parsed.reason };
  }
  const parsed = parseMobile(text);
  return parsed.ok ? { ok: true, value: parsed.e164 } : { ok: false, problem: parsed.reason };
}

export const maskContact = (channel: ContactChannel, value: string): string =>
  channel === "email" ? maskEmail(value) : maskMobile(value);

/** Whether two contacts of one channel reach the same person: mail hosts take any letter case for one mailbox. */
export const isSameContact = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();
