import * as z from "zod/mini";
import { secondFactorState } from "./my-account.ts";
import { text } from "./parts.ts";
import { factorCode } from "./sign-in.ts";

/** 雙因子認證綁定 (M63): none → started → bound → on. */
export const twoFactorState = z.object({
  state: secondFactorState,
  /** ISO time it was bound. */
  boundAt: z.optional(z.string()),
  recoveryCodesLeft: z.optional(z.number()),
});
/** Shown once: the seed in Base32 and as an `otpauth:` address for a QR picture. */
export const bindingStarted = z.object({ secret: z.string(), uri: z.string(), expiresIn: z.number() });
export const withCode = z.strictObject({ code: factorCode });
/** Ten codes of 80 bits, shown once. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
/** The session's new token; without one the session ended meanwhile. */
export const unbound = z.object({ csrfToken: z.optional(z.string()) });
export const unbind = z.strictObject({ password: text(256), code: factorCode });
