import * as z from "zod/mini";
import { captchaForm, filled, language } from "./parts.ts";

export const issueCaptcha = z.strictObject({ form: captchaForm });
/** `picture` is an SVG document; `expiresIn` is in seconds. */
export const issuedCaptcha = z.object({ token: z.string(), picture: z.string(), expiresIn: z.number() });

export const speakCaptcha = z.strictObject({ token: filled(1_000), language });
/** `wav` is a base64 WAV file. */
export const spokenCaptcha = z.object({ wav: z.string() });

export const workForCaptcha = z.strictObject({ form: captchaForm });
/** An ALTCHA challenge as `altcha-lib` makes it; the widget and any solver of that format take it. */
export const captchaWork = z.object({
  parameters: z.record(z.string(), z.unknown()),
  signature: z.optional(z.string()),
});
