import * as z from "zod/mini";
import { captcha, filled, text } from "./parts.ts";

export const signIn = z.strictObject({ accountName: text(320), password: text(256), captcha });
/** `csrfToken` goes back as the header `x-csrf-token` with every signed-in POST (T22). */
export const signedIn = z.object({ accountName: z.string(), csrfToken: z.string() });
/** The password was right: signed in, or the second factor is asked for in this browser (M63). */
export const passwordRight = z.discriminatedUnion("next", [
  z.object({ next: z.literal("signed-in"), ...signedIn.shape }),
  z.object({ next: z.literal("two-factor") }),
]);
export type PasswordRight = z.infer<typeof passwordRight>;

/** Six digits of the authenticator app, or a recovery code (`K7QM-0X4P-W2RT-8HVN`). */
export const factorCode = filled(40);
export const twoFactor = z.strictObject({ code: factorCode });
/** `recoveryCodesLeft` when one was used just now. */
export const twoFactorRight = z.object({ ...signedIn.shape, recoveryCodesLeft: z.optional(z.number()) });

/** The password again, and the code where a second factor is on. The session goes on under a new id (T21). */
export const reAuthenticate = z.strictObject({ password: text(256), code: z.optional(factorCode) });
