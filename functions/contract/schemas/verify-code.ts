import * as z from "zod/mini";
import { captcha, channel, language, text } from "./parts.ts";

/** What a code can be for. Each has its own challenge: a code for one never works for another (T10). */
export const purpose = z.enum(["register"]);
export type Purpose = z.infer<typeof purpose>;

export const sendCode = z.strictObject({ purpose, language });

export const sentCode = z.object({
  sentTo: z.array(z.object({ channel, masked: z.string(), state: z.enum(["accepted", "waiting", "not-sent"]) })),
  /** Seconds until the code dies and until it may be asked for again. */
  expiresIn: z.number(),
  resendIn: z.number(),
});
export type SentCode = z.infer<typeof sentCode>;

export const checkCode = z.strictObject({
  purpose,
  code: text(20),
  /** Made by the page per press of the button: a repeat of one press gets the stored answer, a second press does not (S5, T07). */
  attempt: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  captcha: z.optional(captcha),
});
export const checkedCode = z.object({ verified: z.literal(true), channel });
