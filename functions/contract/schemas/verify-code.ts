import * as z from "zod/mini";
import { captcha, channel, language, text } from "./parts.ts";

/** What a code can be for. Each has its own challenge: a code for one never works for another (T10). */
export const purpose = z.enum(["register", "reset", "activate"]);
export type Purpose = z.infer<typeof purpose>;

/** Who applies is known from the application in this browser; who forgot gives the account and a captcha (M45, M55). */
export const sendCode = z.discriminatedUnion("purpose", [
  z.strictObject({ purpose: z.literal("register"), language }),
  z.strictObject({ purpose: z.enum(["reset", "activate"]), accountName: text(320), captcha, language }),
]);

/** `sentTo` is empty where a stranger asks: whether there is such an account, and how it is reached, is told to nobody (T04). */
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
/** `channel` where a contact was proved; none where a grant was opened. */
export const checkedCode = z.object({ verified: z.literal(true), channel: z.optional(channel) });

/** What became of the messages with the last code, for the person who typed the contacts (T48). */
export const codeDelivery = z.object({
  sentTo: z.array(
    z.object({
      channel,
      masked: z.string(),
      state: z.enum(["waiting", "accepted", "delivered", "bounced", "rejected", "not-sent"]),
    }),
  ),
});
