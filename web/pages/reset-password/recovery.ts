import type { Purpose } from "../../../functions/contract/schemas/verify-code.ts";

/** What a way back in ends with: a new password, or an account that is enabled with one. */
export type RecoveryPurpose = Exclude<Purpose, "register">;

/** Where the ways of a purpose are: its page is the list of them, and `/new` is where each ends. */
export const baseOf: Readonly<Record<RecoveryPurpose, string>> = { reset: "/reset-password", activate: "/activate" };

/** The captcha of each purpose's forms: one for the one is none for the other (T10). */
export const captchaFormOf = { reset: "reset-password", activate: "activate" } as const;
