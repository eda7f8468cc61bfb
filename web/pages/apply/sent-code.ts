import type { Application } from "../../../functions/contract/schemas/register.ts";
import type { SentCode } from "../../../functions/contract/schemas/verify-code.ts";
import { maskEmail, maskMobile } from "../../../functions/person/masks.ts";

/** Where the code went and until when it lives, as epoch milliseconds: a reload shows it without sending again. */
export interface Sent {
  readonly sentTo: SentCode["sentTo"];
  readonly expiresAt: number;
  readonly resendAt: number;
}

const storageKey = "apply.sent";

export function sentNow(answer: SentCode, now: number): Sent {
  return { sentTo: answer.sentTo, expiresAt: now + answer.expiresIn * 1_000, resendAt: now + answer.resendIn * 1_000 };
}

/** The contacts of an application as the service masks them. They alone may be stored in the browser (T21). */
export function maskedContacts({ email, mobile }: Pick<Application, "email" | "mobile">): SentCode["sentTo"] {
  return [
    ...(email ? [{ channel: "email" as const, masked: maskEmail(email), state: "accepted" as const }] : []),
    ...(mobile ? [{ channel: "sms" as const, masked: maskMobile(mobile), state: "accepted" as const }] : []),
  ];
}

/** The code sent before, when it still lives and went to just these contacts; otherwise one has to be sent. */
export function stillGood(sent: Sent | undefined, application: Application, now: number): Sent | undefined {
  if (!sent || sent.expiresAt <= now) return undefined;
  const went = sent.sentTo.map(({ channel, masked }) => `${channel} ${masked}`).sort();
  const wanted = maskedContacts(application)
    .map(({ channel, masked }) => `${channel} ${masked}`)
    .sort();
  return went.join() === wanted.join() ? sent : undefined;
}

/** A browser that forbids storage, or a value that something else wrote, answers with nothing: then a code is sent. */
export function recallSent(): Sent | undefined {
  try {
    const sent = JSON.parse(sessionStorage.getItem(storageKey) ?? "null") as Sent | null;
    return sent && Array.isArray(sent.sentTo) ? sent : undefined;
  } catch {
    return undefined;
  }
}

export function rememberSent(sent: Sent | undefined): void {
  try {
    if (sent) sessionStorage.setItem(storageKey, JSON.stringify(sent));
    else sessionStorage.removeItem(storageKey);
  } catch {
    // Without storage a reload asks for the code again, and the service answers with the one that lives.
  }
}
