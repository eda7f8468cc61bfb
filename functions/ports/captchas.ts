import type { CaptchaAnswer, CaptchaForm } from "../contract/schemas/parts.ts";

/** What was put into a captcha's sealed token. */
export interface CaptchaToken {
  readonly id: string;
  readonly form: CaptchaForm;
  readonly digits: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Where a spent captcha is written: alone (`redeem`), or as one item of the caller's own transaction (`check` gives its id). */
export interface CheckedCaptcha {
  /** Whether the answer is right, live and for this form. It must still be spent: a wrong answer spends it too. */
  readonly right: boolean;
  /** Its one-use id; undefined when the token is not ours at all and there is nothing to spend. */
  readonly id: string | undefined;
  readonly kind: "digits" | "proof-of-work";
  readonly expiresAt: number;
}

export interface Captchas {
  /** Seals the digits; `life` is in seconds. */
  issue(form: CaptchaForm, digits: string): Promise<{ token: string; life: number }>;
  /** The digits in a live token, for the loudspeaker; undefined when it is not live. Spends nothing. */
  read(token: string): Promise<CaptchaToken | undefined>;
  /** An ALTCHA proof-of-work challenge. */
  work(form: CaptchaForm): Promise<unknown>;
  check(form: CaptchaForm, answer: CaptchaAnswer): Promise<CheckedCaptcha>;
  /** Checks and spends in one: true once for a right answer, never twice (single use by conditional write). */
  redeem(form: CaptchaForm, answer: CaptchaAnswer): Promise<{ right: boolean; kind: "digits" | "proof-of-work" }>;
}
